// The tasks that the owner, or somebody else, had open last, and which app opened them.
//
//   ACTIVITY MANAGER RECENT TASKS (dumpsys activity recents)
//     * Recent #0: TaskRecord{6095a32 #33 A=com.x U=0 …}          Task{… since Android 11
//       userId=0 effectiveUid=u0a82 mCallingUid=0 … mCallingPackage=com.y
//       intent={act=android.intent.action.VIEW dat=https://x cmp=com.x/.Main}
//       mActivityComponent=com.x/.Main
//       … lastActiveTime=16220 (inactive for 119s)
// Source: AOSP services/core com.android.server.wm RecentTasks, Task (dump).

#include <string>

#include "artefact/activity_part.h"
#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:activity"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was last used: the report's time less how long it was not used"},
    {"unused_s", Kind::number, "for how many seconds it was not used"},
    {"package", Kind::app, "the app"},
    {"component", Kind::text, "its part"},
    {"uid", Kind::number, "its user id"},
    {"calling", Kind::app, "the app that opened it"},
    {"intent", Kind::content, "what it was opened with"},
    {"user", Kind::number, "whose phone or profile"},
};

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    if (!part_.holds(line)) return put();
    const std::string_view text = trim(line);
    if (text.starts_with("* Recent #")) {
      put();
      open_ = listed_ = true;
      at_ = at;
    } else if (open_) {
      member(text);
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!part_.any()) out_.gap(begins, "no part of what the activity manager tells");
    if (part_.found() && !listed_) out_.gap(begins, "no task is listed");
  }

 private:
  void member(std::string_view text) {
    if (text.starts_with("userId=")) {
      user_ = number_word(text, "userId");
      uid_ = uid_number(word(text, "effectiveUid").value_or(""));
      calling_ = word(text, "mCallingPackage").value_or("");
    }
    if (text.starts_with("intent={")) intent_ = word(text, "intent").value_or("");
    for (const std::string_view key : {"mActivityComponent=", "realActivity="})
      if (const auto component = after(text, key)) component_ = *component;
    if (const auto unused = between(text, "(inactive for ", "s)")) unused_s_ = number(*unused);
  }

  // Of the phone's clock; nothing if the report does not tell when it was written.
  std::optional<Time> last_used() {
    if (!written_) written_ = written_at(file_).value_or(kEarliest);
    constexpr std::int64_t kLongest = 100LL * 366 * 86'400;
    if (*written_ == kEarliest || !unused_s_ || *unused_s_ < 0 || *unused_s_ > kLongest) return {};
    std::string shown = iso8601(Time{written_->us - *unused_s_ * kSecond});
    shown.pop_back();  // the Z
    return moment(file_, shown).time;
  }

  void put() {
    if (!open_) return;
    open_ = false;
    if (component_.empty() && intent_.empty()) return out_.gap(at_, "a task without its app");
    if (component_.empty()) component_ = word(intent_, "cmp").value_or("");
    out_.row<kFields>(at_, last_used(), unused_s_, package_of(component_), some(component_), uid_,
                      some(calling_), some(intent_), user_);
    component_.clear();
    intent_.clear();
    calling_.clear();
    unused_s_ = uid_ = user_ = {};
  }

  const File& file_;
  Rows& out_;
  ActivityPart part_{"RECENT TASKS"};
  std::optional<Time> written_;  // kEarliest if that is not known
  std::string component_, intent_, calling_;
  std::optional<std::int64_t> unused_s_, uid_, user_;
  std::uint64_t at_ = 0;
  bool open_ = false, listed_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_recents) = {
    .id = "android_recents",
    .title = "Tasks that were open last",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the task begins",
};

}  // namespace bridle
