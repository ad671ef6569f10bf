// What the owner, or somebody else, did with the phone in the last day: apps that were shown,
// unlocking, notifications; and when each app was last used.
//
//   user=0
//     Last 24 hour events (timeRange="…")
//       time="2026-01-08 15:29:44" type=ACTIVITY_RESUMED package=com.x class=com.x.Main
//       instanceId=1
//         taskRootPackage=com.y channelId=… standbyBucket=… flags=0x0
//     In-memory daily stats                           also weekly, monthly, yearly
//       packages
//         package=com.x totalTimeUsed="00:24" lastTimeUsed="2026-01-08 15:29:45" appLaunchCount=2
// Source: AOSP services/usage com.android.server.usage UserUsageStatsService (printIntervalStats,
// printEvent).

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:usagestats"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when; of an app in a table, when it was last used"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"type", Kind::text, "what happened; usage for a row of a table"},
    {"package", Kind::app, "the app"},
    {"class", Kind::text, "its part"},
    {"root", Kind::app, "app that began the task, if another"},
    {"channel", Kind::content, "sort of the notification, as the app calls it"},
    {"table", Kind::text, "events, or daily, weekly, monthly, yearly"},
    {"used", Kind::text, "of a row of a table, how long the app was used"},
    {"launches", Kind::number, "how often it was opened"},
    {"user", Kind::number, "whose phone or profile"},
};

std::string_view table_of(std::string_view text) {
  if (text.starts_with("Last 24 hour events")) return "events";
  if (!text.starts_with("In-memory ")) return "";
  const std::string_view rest = text.substr(10);
  return rest.substr(0, rest.find(' '));
}

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (const auto user = after(text, "user=")) user_ = number(user->substr(0, user->find(' ')));
    if (const std::string_view table = table_of(text); !table.empty()) {
      table_ = table;
      found_ = true;
      usage_ = false;
    } else if (text.starts_with("time=\"")) {
      event(at, text);
    } else if (indent(line) <= 8 && !text.starts_with("package=")) {
      usage_ = text == "packages";
    } else if (usage_ && !table_.empty()) {
      usage(at, text);
    }
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no usage is listed");
  }

 private:
  void event(std::uint64_t at, std::string_view text) {
    found_ = true;
    const Moment when = moment(file_, word(text, "time").value_or(""));
    const auto type = word(text, "type");
    if (!when.time || !type) out_.gap(at, "an event without its time or its type");
    const auto package = word(text, "package"), root = word(text, "taskRootPackage");
    out_.row<kFields>(at, when.time, when.text(), type, package, word(text, "class"),
                      root == package ? std::nullopt : root, word(text, "channelId"), "events",
                      std::nullopt, std::nullopt, user_);
  }

  // Apps that were not used in the time of the table stand in it, too: they are passed over.
  void usage(std::uint64_t at, std::string_view text) {
    const auto package = word(text, "package"), used = word(text, "totalTimeUsed");
    if (!package || !used) return;
    const Moment when = moment(file_, word(text, "lastTimeUsed").value_or(""));
    const auto launches = number_word(text, "appLaunchCount");
    if (!when.time && launches.value_or(0) == 0) return;
    out_.row<kFields>(at, when.time, when.text(), "usage", package, std::nullopt, std::nullopt,
                      std::nullopt, table_, used, launches, user_);
  }

  const File& file_;
  Rows& out_;
  std::optional<std::int64_t> user_;
  std::string table_;
  bool usage_ = false;  // the list of apps is read
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_usage_events) = {
    .id = "android_usage_events",
    .title = "Use of the phone in the last day, and of its apps",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
