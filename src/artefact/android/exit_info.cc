// How the last processes of each app ended: by themselves, by the owner, by a crash, for memory.
//
//   ACTIVITY MANAGER PROCESS EXIT INFO (dumpsys activity exit-info)       since Android 11
//     package: com.x
//       Historical Process Exit for uid=10123
//         ApplicationExitInfo #0:
//           timestamp=2026-01-08 16:01:15.123 pid=1234 realUid=10123 packageUid=10123 … user=0
//           process=com.x reason=10 (USER REQUESTED) subreason=21 (FORCE STOP) status=0
//           importance=400 pss=27MB rss=82MB description=stop com.x state=empty trace=null
// Source: AOSP services/core com.android.server.am AppExitInfoTracker, android.app
// ApplicationExitInfo (dump).

#include <string>

#include "artefact/activity_part.h"
#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:activity"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"process", Kind::process, "the process"},
    {"package", Kind::app, "its app"},
    {"pid", Kind::number, "its number"},
    {"uid", Kind::number, "user id that it ran under"},
    {"reason", Kind::text, "why it ended, in the phone's words"},
    {"subreason", Kind::text, "the same more exactly"},
    {"status", Kind::number, "what it ended with, or the signal that ended it"},
    {"importance", Kind::number,
     "100 in front, 125 a service that is shown, 400 in the background"},
    {"pss", Kind::text, "memory that it had to itself, with its share of what is common"},
    {"description", Kind::content, "what the phone wrote to it"},
};

constexpr std::size_t kLongest = 16 << 10;

// "USER REQUESTED" of "reason=10 (USER REQUESTED)"
MaybeText in_words(std::string_view text, std::string_view key) {
  const auto number = word(text, key);
  if (!number) return {};
  const std::string_view rest =
      text.substr(static_cast<std::size_t>(number->data() + number->size() - text.data()));
  return rest.starts_with(" (") ? between(rest, " (", ")") : number;
}

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    if (!part_.holds(line)) return put();
    const std::string_view text = trim(line);
    if (const auto package = after(text, "package: ")) {
      put();
      package_ = *package;
    } else if (text.starts_with("ApplicationExitInfo ")) {
      put();
      open_ = listed_ = true;
      at_ = at;
    } else if (open_ && exit_.size() < kLongest) {
      exit_ += ' ';
      exit_ += text;
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!part_.any()) out_.gap(begins, "no part of what the activity manager tells");
    if (part_.found() && !listed_) out_.gap(begins, "no end of a process is listed");
  }

 private:
  void put() {
    if (!open_) return;
    open_ = false;
    const std::string_view text = exit_;
    const Moment when = moment(file_, between(text, "timestamp=", " pid=").value_or(""));
    const auto process = word(text, "process");
    if (!when.time || !process) out_.gap(at_, "the end of a process without its time or its name");
    const auto said = between(text, " description=", " state=");
    out_.row<kFields>(at_, when.time, when.text(), process, some(package_),
                      number_word(text, "pid"), number_word(text, "realUid"),
                      in_words(text, "reason"), in_words(text, "subreason"),
                      number_word(text, "status"), number_word(text, "importance"),
                      word(text, "pss"), said ? some(*said) : said);
    exit_.clear();
  }

  const File& file_;
  Rows& out_;
  ActivityPart part_{"PROCESS EXIT INFO"};
  std::string package_, exit_;
  std::uint64_t at_ = 0;
  bool open_ = false, listed_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_exit_info) = {
    .id = "android_exit_info",
    .title = "How processes ended",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the entry begins",
};

}  // namespace bridle
