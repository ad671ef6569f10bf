#include "engine/phone_check.h"

#include <algorithm>

#include "engine/conclude.h"
#include "sink/file_text.h"
#include "sink/result.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNotices = 16;  // more than a few say nothing new

class Notices : public Watcher {
 public:
  void begin(std::uint64_t) override {}
  void done(std::uint64_t) override {}
  void reading(std::string_view) override {}
  void found(const Finding&) override {}
  void notice(std::string_view text) override {
    if (texts.size() < kMostNotices) texts.emplace_back(text.substr(0, kLongestNotice));
  }

  std::vector<std::string> texts;

 private:
  static constexpr std::size_t kLongestNotice = 1000;
};

Message refused(Refusal::Kind kind, std::string why) {
  return {.said = Said::refused,
          .numbers = {static_cast<std::uint64_t>(kind)},
          .texts = {std::move(why)}};
}

enum class Case : std::uint8_t { made, was_there };

Message told(const Outcome& outcome, Case from, std::vector<std::string> notices = {}) {
  return {.said = Said::finished,
          .numbers = {static_cast<std::uint64_t>(outcome.verdict), outcome.complete,
                      outcome.findings.size(), static_cast<std::uint64_t>(exit_code(outcome)),
                      from == Case::was_there},
          .texts = std::move(notices)};
}

Message told_again(const fs::path& kept) {
  const auto outcome = read_result(file_text(kept / "result.json"));
  if (outcome) return told(*outcome, Case::was_there);
  return refused(Refusal::Kind::usage, kept.string() + ": " + outcome.error().what);
}

}  // namespace

Message check_phone(const BatchOptions& options, const Phone& phone, const fs::path& making) {
  std::error_code none;
  if (!options.kept.empty() && fs::exists(options.kept / phone.name, none))
    return told_again(options.kept / phone.name);
  if (phone.exhibits.empty())
    return refused(Refusal::Kind::usage, "its folder holds no exhibit, or cannot be read");
  CheckOptions mine = options.check;
  mine.exhibits = phone.exhibits;
  mine.output = making / phone.name;
  if (!options.kept.empty()) mine.moved_to = options.kept / phone.name;
  Notices notices;
  const std::atomic<bool> never{false};
  const auto done = check(mine, notices, never);
  if (done) return told(*done, Case::made, std::move(notices.texts));
  Message out = refused(done.error().kind, done.error().why);
  std::ranges::move(notices.texts, std::back_inserter(out.texts));
  return out;
}

CheckedPhone checked_phone(const std::string& name,
                           const std::expected<Message, std::string>& said) {
  CheckedPhone out{.name = name};
  const auto broken = [&](const std::string& why) {
    out.refused = Refusal{.kind = Refusal::Kind::internal, .why = why};
    return out;
  };
  if (!said) return broken("its check did not end well: " + said.error());
  const auto& [what, numbers, texts] = *said;
  if (what == Said::refused && !numbers.empty() && !texts.empty()) {
    out.refused = Refusal{.kind = static_cast<Refusal::Kind>(numbers[0]), .why = texts[0]};
    out.notices.assign(texts.begin() + 1, texts.end());
    return out;
  }
  if (what != Said::finished || numbers.size() < 5) return broken("its check said nothing");
  out.verdict = static_cast<Verdict>(numbers[0]);
  out.complete = numbers[1] != 0;
  out.findings = numbers[2];
  out.code = static_cast<int>(numbers[3]);
  out.was_there = numbers[4] != 0;
  out.notices = texts;
  return out;
}

CheckedPhone checked_phone(const std::string& name, const Outcome& outcome) {
  return {.name = name,
          .verdict = outcome.verdict,
          .complete = outcome.complete,
          .findings = outcome.findings.size(),
          .code = exit_code(outcome)};
}

}  // namespace bridle
