// What apps did in the background since the phone was charged: jobs, wake locks; and which app was
// in front.
//
//   Battery History (1% used, 40KB used of 4096KB, 90 strings using 6KB):
//                       0 (19) RESET:TIME: 2026-01-08-15-29-44
//             +1m00s003ms (2) 099 +job=u0a90:"com.x/.Job" +top=u0a91:"com.y" -wake_lock=1000:"*z*"
//   01-08 15:29:44.250 099 c0500020 +job=…            since Android 15, and `--history`
// An offset counts from the reset; TIME: tells when the clock was set. Source: AOSP frameworks/base
// android.os.BatteryStats (HistoryPrinter), BatteryStatsHistory.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:batterystats"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"shown", Kind::text, "the same as the phone told it: an offset or a date"},
    {"what", Kind::text, "job, top (the app in front), wake_lock and others that name an app"},
    {"begins", Kind::number, "1 if it began, 0 if it ended"},
    {"name", Kind::content, "the text that goes with it"},
    {"package", Kind::app, "the app, where the text begins with one"},
    {"uid", Kind::number, "user id of the app"},
    {"level", Kind::number, "charge of the battery, percent"},
};

constexpr std::size_t kMostEvents = 4096;  // of a line

// Of "com.x/.Job", "com.x", "*job*/com.x/.Job".
MaybeText package_in(std::string_view name) {
  if (name.starts_with('*') && name.find('*', 1) + 2 < name.size())
    name.remove_prefix(name.find('*', 1) + 2);
  const std::string_view first = name.substr(0, name.find_first_of("/:"));
  const bool app =
      contains(first, ".") && first.find_first_of(" *@#<>()") == std::string_view::npos;
  return app ? std::optional(first) : std::nullopt;
}

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out), times_(file) {}

  void line(std::uint64_t at, std::string_view line) {
    if (line.starts_with("Battery History")) {
      history_ = true;
    } else if (!line.starts_with(' ') && line.ends_with(':')) {
      history_ = false;  // other lines without blanks go on with the one above
    } else if (history_ && !trim(line).empty()) {
      moment_of(trim(line));
      anchor(line);
      events(at, line);
    }
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no event of an app is listed");
  }

 private:
  // The offset or the date that a line begins with, and the charge behind it.
  void moment_of(std::string_view text) {
    when_ = {};
    std::size_t end = text.find(' ');
    if (text.size() > 18 && text[2] == '-' && text[8] == ':') {
      end = text.find(' ', 6);
      when_ = times_.moment(text.substr(0, end));
    } else {
      when_.shown = text.substr(0, end);
      const auto offset = span_ms(when_.shown);
      if (offset && reset_) when_.time = Time{reset_->us + (*offset - reset_offset_) * 1000};
      offset_ = offset;
    }
    level_ = {};
    const auto words = split(text.substr(0, 64), ' ');
    for (std::size_t i = 1; i < words.size() && i < 4 && !level_; ++i)
      if (words[i].size() == 3 && is_digit(words[i][0])) level_ = number(words[i]);
  }

  // "RESET:TIME: 2026-01-08-15-29-44" or "TIME: …": from here on offsets are known.
  void anchor(std::string_view line) {
    const std::size_t at = line.find("TIME: ");
    if (at == std::string_view::npos || !offset_) return;
    std::string shown(line.substr(at + 6, 19));
    if (shown.size() < 19) return;
    shown[10] = ' ';
    shown[13] = shown[16] = ':';
    const Moment set = moment(file_, shown);
    if (!set.time) return;
    reset_ = set.time;
    reset_offset_ = *offset_;
    when_.time = set.time;
  }

  // All of the form [+-]name=uid:"text"
  void events(std::uint64_t at, std::string_view line) {
    std::size_t begin = 0;  // of what is not read yet
    for (std::size_t count = 0; count < kMostEvents; ++count) {
      const std::size_t quote = line.find(":\"", begin);
      if (quote == std::string_view::npos) return;
      const std::size_t end = line.find('"', quote + 2);
      if (end == std::string_view::npos) return out_.gap(at, "an event without its end");
      const std::string_view before = line.substr(begin, quote - begin);
      const std::string_view head = before.substr(before.rfind(' ') + 1);
      if (const std::size_t sign = head.find('='); sign != std::string_view::npos)
        event(at + quote - head.size(), head.substr(0, sign), head.substr(sign + 1),
              line.substr(quote + 2, end - quote - 2));
      begin = end + 1;
    }
  }

  void event(std::uint64_t at, std::string_view what, std::string_view uid, std::string_view name) {
    found_ = true;
    const bool known = what.starts_with('+') || what.starts_with('-');
    out_.row<kFields>(at, when_.time, when_.text(), known ? what.substr(1) : what,
                      known ? std::optional<std::int64_t>(what[0] == '+') : std::nullopt, name,
                      package_in(name), uid_number(uid), level_);
  }

  const File& file_;
  Rows& out_;
  YearlessTimes times_;
  Moment when_;
  std::optional<Time> reset_;           // when the offset was …
  std::int64_t reset_offset_ = 0;       // … this
  std::optional<std::int64_t> offset_;  // of this line
  std::optional<std::int64_t> level_;
  bool history_ = false;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_battery_history) = {
    .id = "android_battery_history",
    .title = "What apps did in the background",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the event begins",
};

}  // namespace bridle
