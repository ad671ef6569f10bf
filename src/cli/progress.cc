#include "cli/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>

#include "sink/json.h"

namespace bridle {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void print_notice(std::string_view text) {
  std::fprintf(stderr, "bridle: %.*s\n", static_cast<int>(text.size()), text.data());
}

class Silent : public Watcher {
  void begin(std::uint64_t) override {}
  void done(std::uint64_t) override {}
  void reading(std::string_view) override {}
  void found(const Finding&) override {}
  void notice(std::string_view text) override { print_notice(text); }
};

class Bar : public Watcher {
 public:
  ~Bar() override { erase(); }
  void begin(std::uint64_t bytes) override { all_ = bytes; }
  void done(std::uint64_t bytes) override {
    done_ = bytes;
    draw();
  }
  void reading(std::string_view artefact) override {
    artefact_ = artefact;
    draw();
  }
  void found(const Finding& f) override {
    if (++found_ > kShown) return;
    erase();
    std::fprintf(stderr, "  %s  %.*s  %s\n", f.level == Level::match ? "match" : "lead ",
                 static_cast<int>(name(f.claim).size()), name(f.claim).data(), f.artefact.c_str());
    if (found_ == kShown) std::fputs("  further findings stand in the summary\n", stderr);
  }
  void notice(std::string_view text) override {
    erase();
    print_notice(text);
  }

 private:
  static constexpr std::size_t kShown = 12;

  void erase() {
    if (drawn_) std::fputs("\r\033[K", stderr);
    drawn_ = false;
  }

  void draw() {
    const double now = seconds_since(start_);
    if (now - last_ < 0.1 && done_ < all_) return;
    last_ = now;
    const double part = all_ == 0 ? 0 : static_cast<double>(done_) / static_cast<double>(all_);
    std::fprintf(stderr, "\r\033[K  %s  %.1f of %.1f MB  %s", progress_bar(part, now).c_str(),
                 static_cast<double>(done_) / 1e6, static_cast<double>(all_) / 1e6,
                 artefact_.c_str());
    std::fflush(stderr);
    drawn_ = true;
  }

  const Clock::time_point start_ = Clock::now();
  double last_ = 0;
  std::uint64_t all_ = 0;
  std::uint64_t done_ = 0;
  std::size_t found_ = 0;
  std::string artefact_;
  bool drawn_ = false;
};

class Lines : public Watcher {
 public:
  void begin(std::uint64_t bytes) override {
    all_ = bytes;
    tell("intake", 0, {});
  }
  void done(std::uint64_t bytes) override {
    const double now = seconds_since(start_);
    if (now - last_ < 0.1 && bytes < all_) return;
    last_ = now;
    done_ = bytes;
    tell("intake", bytes, {});
  }
  void reading(std::string_view artefact) override { tell("artefact", done_, artefact); }
  void found(const Finding& f) override {
    Json out(Json::Form::lines);
    out.begin_object();
    out.member("artefact", f.artefact);
    out.member("class", name(f.claim));
    out.member("level", name(f.level));
    out.member("phase", "finding");
    out.member("rule", f.rule);
    out.end_object();
    write(out);
  }
  void notice(std::string_view text) override {
    Json out(Json::Form::lines);
    out.begin_object();
    out.member("phase", "notice");
    out.member("text", text);
    out.end_object();
    write(out);
  }

 private:
  void tell(const char* phase, std::uint64_t done, std::string_view artefact) {
    Json out(Json::Form::lines);
    out.begin_object();
    if (!artefact.empty()) out.member("artefact", artefact);
    out.member("done", done);
    const double now = seconds_since(start_);
    if (done > 0 && done < all_)
      out.member("eta", now * static_cast<double>(all_ - done) / static_cast<double>(done));
    out.member("phase", phase);
    out.member("total", all_);
    out.end_object();
    write(out);
  }

  static void write(Json& out) {
    const std::string line = out.take();
    std::fwrite(line.data(), 1, line.size(), stderr);
  }

  const Clock::time_point start_ = Clock::now();
  double last_ = 0;
  std::uint64_t all_ = 0;
  std::uint64_t done_ = 0;
};

}  // namespace

std::string progress_bar(double part, double seconds) {
  constexpr int kWidth = 28;
  std::string out;
  for (int i = 0; i < kWidth; ++i) out += i < part * kWidth ? "━" : "─";
  out += std::string(part < 0.1 ? "   "
                     : part < 1 ? "  "
                                : " ") +
         std::to_string(static_cast<int>(part * 100)) + " %";
  if (part > 0.02 && part < 1)
    out += "  " + std::to_string(static_cast<int>(seconds / part * (1 - part)) + 1) + " s left";
  return out;
}

ProgressForm progress_form(std::string_view name) {
  if (name == "jsonl") return ProgressForm::jsonl;
  return name == "none" ? ProgressForm::none : ProgressForm::automatic;
}

std::unique_ptr<Watcher> watch_progress(ProgressForm form) {
  if (form == ProgressForm::jsonl) return std::make_unique<Lines>();
  if (form == ProgressForm::automatic && isatty(STDERR_FILENO) != 0) return std::make_unique<Bar>();
  return std::make_unique<Silent>();
}

}  // namespace bridle
