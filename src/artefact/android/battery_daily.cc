// Updates and removals of apps, day by day: apps that are gone stand here for about ten days.
//
//   Daily stats:
//     Current start time: 2026-01-08-15-29-44
//     Daily from 2026-01-07-02-00-12 to 2026-01-08-02-01-03:
//       Package changes:
//         Update com.x vers=9000                      vers=0: it was removed
// Source: AOSP frameworks/base com.android.internal.os BatteryStatsImpl, later server/power/stats
// (dumpDailyLevelStepSummary, dumpDailyPackageChanges).

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:batterystats"};

constexpr Field kFields[] = {
    {"from", Kind::time, "begin of the day in which it happened"},
    {"from_shown", Kind::text, "the same as the phone showed it"},
    {"to", Kind::time, "its end; empty for the day of the report"},
    {"to_shown", Kind::text, "the same as the phone showed it"},
    {"package", Kind::app, "the app"},
    {"version_code", Kind::number, "number of the version after it; 0 if it was removed"},
};

// "2026-01-08-15-29-44" as other dumps write it.
Moment dashed(const File& file, std::string_view shown) {
  std::string plain(shown);
  if (plain.size() >= 19) {
    plain[10] = ' ';
    plain[13] = plain[16] = ':';
  }
  Moment out = moment(file, plain);
  out.shown = shown;
  return out;
}

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (line.starts_with("Daily stats:")) {
      daily_ = true;
    } else if (!line.empty() && !line.starts_with(' ')) {
      daily_ = false;
    } else if (daily_) {
      if (const auto start = after(text, "Current start time: ")) period(*start, "");
      if (const auto from = after(text, "Daily from ")) day(at, *from);
      if (const auto update = after(text, "Update ")) change(at, *update);
    }
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no days are listed");
  }

 private:
  void day(std::uint64_t at, std::string_view text) {
    const std::size_t to = text.find(" to ");
    if (to == std::string_view::npos) out_.gap(at, "a day without its end");
    period(text.substr(0, to),
           to == std::string_view::npos ? "" : text.substr(to + 4, text.size() - to - 5));
  }

  void period(std::string_view from, std::string_view to) {
    from_ = dashed(file_, from);
    to_ = dashed(file_, to);
    found_ = true;
  }

  void change(std::uint64_t at, std::string_view text) {
    const auto version = number_word(text, "vers");
    const std::string_view package = text.substr(0, text.find(' '));
    if (!version || package.empty()) return out_.gap(at, "an update that cannot be read");
    out_.row<kFields>(at, from_.time, from_.text(), to_.time, to_.text(), package, version);
  }

  const File& file_;
  Rows& out_;
  Moment from_, to_;
  bool daily_ = false;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_battery_daily) = {
    .id = "android_battery_daily",
    .title = "Updates and removals of apps, by day",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
