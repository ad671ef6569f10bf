// What the owner sees among the recent apps: which was opened by whom, and with which link or file.
//
//   <task task_id="7" real_activity="com.x/.Main" user_id="0" effective_uid="10123"
//         last_time_moved="1767886184000" calling_package="com.y" calling_uid="10200"
//         task_description_label="X">                   first_active_time, last_active_time:
//         Android 8
//     <intent action="android.intent.action.VIEW" data="https://…" component="com.x/.Main"/>
//     <activity id="1767886184000" launched_from_uid="10200" launched_from_package="com.y">
//       <intent …/></activity></task>
// Binary since Android 12. Source: AOSP services/core com.android.server.wm Task, ActivityRecord
// (saveToXml), android.content.Intent (saveToXml).

#include <string>

#include "artefact/dump_text.h"
#include "artefact/xml_events.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "data/system_ce/*/recent_tasks/*_task.xml",
    "data/system/recent_tasks/*_task.xml",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when the task last came to the front, or the activity began"},
    {"package", Kind::app, "the app"},
    {"component", Kind::text, "its part"},
    {"sort", Kind::text, "task, or activity: one of its screens"},
    {"action", Kind::text, "what was asked of it"},
    {"link", Kind::content, "what it was to open"},
    {"label", Kind::content, "what the recent apps show"},
    {"caller", Kind::app, "app that opened it"},
    {"caller_uid", Kind::number, "user id of that app"},
    {"first_active", Kind::time, "when the task was first used"},
    {"last_active", Kind::time, "when it was last used"},
    {"uid", Kind::number, "user id of the app"},
    {"task", Kind::number, "number of the task"},
    {"user", Kind::number, "whose phone or profile"},
};

class Tasks {
 public:
  explicit Tasks(Rows& out) : out_(out) {}

  void event(const XmlEvent& e) {
    if (e.starts("task")) task(e);
    if (e.starts("activity")) activity(e);
    if (e.ends("activity")) screen_ = {};
    if (e.starts("intent")) put(e);
  }

  void end() {
    if (!found_) out_.gap(0, "no task is listed");
  }

 private:
  struct Screen {
    std::optional<Time> began = {};
    MaybeText caller = {};
    std::optional<std::int64_t> caller_uid = {};
    bool open = false;
  };

  // -1 stands for none.
  static std::optional<std::int64_t> caller_of(const XmlEvent& e, std::string_view attribute) {
    auto uid = number_of(e, attribute);
    if (uid && *uid < 0) uid.reset();
    return uid;
  }

  void task(const XmlEvent& e) {
    found_ = true;
    const auto label = e["last_description"];
    label_ = label ? label : e["task_description_label"];
    activity_ = e["real_activity"];
    moved_ = milliseconds_of(e, "last_time_moved");
    first_ = milliseconds_of(e, "first_active_time");
    last_ = milliseconds_of(e, "last_active_time");
    own_ = {.caller = e["calling_package"], .caller_uid = caller_of(e, "calling_uid")};
    uid_ = number_of(e, "effective_uid");
    number_ = number_of(e, "task_id");
    user_ = number_of(e, "user_id");
  }

  void activity(const XmlEvent& e) {
    screen_ = {.began = milliseconds_of(e, "id"),
               .caller = e["launched_from_package"],
               .caller_uid = caller_of(e, "launched_from_uid"),
               .open = true};
  }

  void put(const XmlEvent& e) {
    const Screen& by = screen_.open ? screen_ : own_;
    const auto stated = e["component"];
    const auto component = stated || screen_.open ? stated : activity_;
    out_.row<kFields>(e.at, screen_.open ? by.began : moved_,
                      component ? package_of(*component) : std::nullopt, component,
                      screen_.open ? "activity" : "task", e["action"], e["data"], label_,
                      by.caller ? some(*by.caller) : std::nullopt, by.caller_uid, first_, last_,
                      uid_, number_, user_);
  }

  Rows& out_;
  MaybeText label_, activity_;
  std::optional<Time> moved_, first_, last_;
  std::optional<std::int64_t> uid_, number_, user_;
  Screen own_, screen_;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_xml_events(file, Tasks(out));
}

}  // namespace

ARTEFACT(android_recent_tasks) = {
    .id = "android_recent_tasks",
    .title = "Apps that were opened last, and what they opened",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::visited,
    .parse = parse,
    .row = "byte at which the intent begins",
};

}  // namespace bridle
