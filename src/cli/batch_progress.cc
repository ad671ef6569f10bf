#include "cli/batch_progress.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "sink/json.h"
#include "sink/shown.h"

namespace bridle {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLongestName = 60;

// What a person wants to hear of at once.
std::string news_of(const CheckedPhone& phone) {
  const std::string who = shown(phone.name, kLongestName);
  if (phone.refused) return "refused  " + who + "  " + shown(phone.refused->why, 200);
  if (phone.verdict > Verdict::lead) return {};
  return std::string(name(phone.verdict)) + "  " + who + "  " + std::to_string(phone.findings) +
         (phone.findings == 1 ? " finding" : " findings");
}

class Quiet : public BatchWatcher {
  void done(const CheckedPhone&) override {}
  void notice(const std::string& text) override {
    std::fprintf(stderr, "bridle: %s\n", shown(text, 500).c_str());
  }
};

class PhoneBar : public BatchWatcher {
 public:
  explicit PhoneBar(std::size_t phones) : all_(phones) {}
  ~PhoneBar() override { erase(); }

  void done(const CheckedPhone& phone) override {
    ++done_;
    if (const std::string news = news_of(phone); !news.empty() && ++told_ <= kMostNews) {
      erase();
      std::fprintf(stderr, "  %s\n", news.c_str());
      if (told_ == kMostNews) std::fputs("  what follows stands in the table\n", stderr);
    }
    draw(shown(phone.name, kLongestName));
  }
  void notice(const std::string& text) override {
    erase();
    std::fprintf(stderr, "bridle: %s\n", shown(text, 500).c_str());
  }

 private:
  static constexpr std::size_t kMostNews = 40;

  void erase() {
    if (drawn_) std::fputs("\r\033[K", stderr);
    drawn_ = false;
  }

  void draw(const std::string& phone) {
    const double now = std::chrono::duration<double>(Clock::now() - start_).count();
    if (now - last_ < 0.1 && done_ < all_) return;
    last_ = now;
    const double part = static_cast<double>(done_) / static_cast<double>(all_);
    std::fprintf(stderr, "\r\033[K  %s  %zu of %zu phones  %s", progress_bar(part, now).c_str(),
                 done_, all_, phone.c_str());
    std::fflush(stderr);
    drawn_ = true;
  }

  const Clock::time_point start_ = Clock::now();
  double last_ = 0;
  std::size_t all_, done_ = 0, told_ = 0;
  bool drawn_ = false;
};

void write_phone(Json& out, const CheckedPhone& phone) {
  if (!phone.refused) {
    out.member("complete", phone.complete);
    out.member("findings", phone.findings);
  }
  out.member("phone", phone.name);
  if (phone.refused)
    out.member("refused", phone.refused->why);
  else
    out.member("verdict", name(phone.verdict));
}

class PhoneLines : public BatchWatcher {
 public:
  explicit PhoneLines(std::size_t phones) : all_(phones) {}

  void done(const CheckedPhone& phone) override {
    Json out(Json::Form::lines);
    out.begin_object();
    out.member("done", std::uint64_t{++done_});
    out.member("phase", "phone");
    out.key("result");
    out.begin_object();
    write_phone(out, phone);
    out.end_object();
    out.member("total", std::uint64_t{all_});
    out.end_object();
    write(out);
  }
  void notice(const std::string& text) override {
    Json out(Json::Form::lines);
    out.begin_object();
    out.member("phase", "notice");
    out.member("text", text);
    out.end_object();
    write(out);
  }

 private:
  static void write(Json& out) { std::fputs(out.take().c_str(), stderr); }

  std::size_t all_, done_ = 0;
};

}  // namespace

std::unique_ptr<BatchWatcher> watch_batch(ProgressForm form, std::size_t phones) {
  if (form == ProgressForm::jsonl) return std::make_unique<PhoneLines>(phones);
  if (form == ProgressForm::automatic && isatty(STDERR_FILENO) != 0)
    return std::make_unique<PhoneBar>(phones);
  return std::make_unique<Quiet>();
}

std::string phone_json(const CheckedPhone& phone) {
  Json out(Json::Form::lines);
  out.begin_object();
  write_phone(out, phone);
  out.end_object();
  return out.take();
}

std::string phones_json(std::span<const CheckedPhone> phones) {
  Json out;
  out.begin_array();
  for (const CheckedPhone& phone : phones) {
    out.begin_object();
    write_phone(out, phone);
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace bridle
