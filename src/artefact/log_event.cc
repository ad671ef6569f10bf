#include "artefact/log_event.h"

#include <algorithm>
#include <array>

#include "artefact/dump_text.h"
#include "artefact/host_in_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr int kNowhere = -1;

// An entry of the event log, "[0,3663,1000,com.x,service,{com.x/com.x.Keys}]". A name that ends in
// '_' stands for all that begin with it. Source: AOSP services/core EventLogTags.logtags and those
// of am, wm, power, pm, policy, notification.
struct EventForm {
  std::string_view tag;
  int process = kNowhere;    // which value names a process …
  int component = kNowhere;  // … and which an app or a part of one
};

constexpr EventForm kEvents[] = {
    {"am_activity_launch_time", kNowhere, 2},
    {"am_anr", 2},
    {"am_crash", 2},
    {"am_create_activity", kNowhere, 3},
    {"am_create_service", kNowhere, 2},
    {"am_finish_activity", kNowhere, 3},
    {"am_foreground_service_denied", kNowhere, 1},
    {"am_foreground_service_start", kNowhere, 1},
    {"am_kill", 2},
    {"am_low_memory"},
    {"am_new_intent", kNowhere, 3},
    {"am_proc_bad", 2},
    {"am_proc_bound", 2},
    {"am_proc_died", 2},
    {"am_proc_start", 3, 5},
    {"am_process_crashed_too_much", 1},
    {"am_process_start_timeout", 3},
    {"am_restart_activity", kNowhere, 3},
    {"am_resume_activity", kNowhere, 3},
    {"am_schedule_service_restart", kNowhere, 1},
    {"am_service_crashed_too_much", kNowhere, 2},
    {"am_set_resumed_activity", kNowhere, 1},
    {"am_wtf", 2},
    {"boot_progress_"},
    {"commit_sys_config_file"},
    {"exp_det_"},
    {"notification_enqueue", kNowhere, 2},
    {"pm_"},
    {"power_screen_"},
    {"power_sleep_requested"},
    {"screen_toggled"},
    {"security_"},
    {"snet_event_log"},
    {"ssm_"},
    {"sysui_"},
    {"um_user_"},
    {"unknown_sources_enabled"},
    {"wm_activity_launch_time", kNowhere, 2},
    {"wm_create_activity", kNowhere, 3},
    {"wm_finish_activity", kNowhere, 3},
    {"wm_new_intent", kNowhere, 3},
    {"wm_restart_activity", kNowhere, 3},
    {"wm_resume_activity", kNowhere, 3},
    {"wm_set_resumed_activity", kNowhere, 1},
};
static_assert(std::ranges::is_sorted(kEvents, {}, &EventForm::tag));

const EventForm* event_form(std::string_view tag) {
  if (tag.find('_') == std::string_view::npos) return nullptr;
  const auto* const after = std::ranges::upper_bound(kEvents, tag, {}, &EventForm::tag);
  if (after == std::begin(kEvents)) return nullptr;
  const EventForm& form = *(after - 1);
  const bool fits = form.tag.ends_with('_') ? tag.starts_with(form.tag) : tag == form.tag;
  return fits ? &form : nullptr;
}

// The value with this number, without the brackets of the list and its own.
MaybeText value_at(std::string_view list, int index) {
  if (index == kNowhere || !list.starts_with('[')) return {};
  list.remove_prefix(1);
  for (; index > 0; --index) {
    const std::size_t comma = list.find(',');
    if (comma == std::string_view::npos) return {};
    list.remove_prefix(comma + 1);
  }
  std::string_view value = list.substr(0, list.find(','));
  if (value.starts_with('{')) value.remove_prefix(1);
  return some(value.substr(0, value.find_first_of("]}")));
}

LogEvent event(const EventForm& form, const LogcatLine& line) {
  LogEvent out{.what = line.tag, .process = value_at(line.text, form.process)};
  if (const auto name = value_at(line.text, form.component))
    out.package = contains(*name, "/") ? package_of(*name) : name;
  return out;
}

MaybeText nonempty(MaybeText text) {
  return text ? some(*text) : text;
}

// Whoever wrote it: the kernel, its daemon, or a program that it is about.
bool is_denial(const LogcatLine& line) {
  const bool audit = line.text.starts_with("type=1400") || line.text.starts_with("avc:") ||
                     line.tag == "auditd" || line.tag == "SELinux";
  return audit && contains(line.text, "denied");
}

// `avc: denied { read } for pid=1 comm="x" path="/data/x" …`
LogEvent denied(std::string_view text) {
  LogEvent out{.what = "denied", .process = nonempty(between(text, "comm=\"", "\""))};
  const auto path = between(text, " path=\"", "\"");
  if (path && path->starts_with('/')) out.path = path;
  return out;
}

// What the activity manager says in words: "Start proc 3663:com.x/1000 for service {…}",
// "Killing 2617:com.x/u0a97 (adj 985): …", "Process com.x (pid 2617) has died", "ANR in com.x (…)".
std::optional<LogEvent> process_event(std::string_view text) {
  for (const std::string_view begin : {"Start proc ", "Killing "})
    if (text.starts_with(begin))
      return LogEvent{.what = "process", .process = between(text, ":", "/")};
  if (text.starts_with("Process ") && contains(text, " has died"))
    return LogEvent{.what = "process", .process = between(text, "Process ", " (pid")};
  for (const std::string_view begin : {"ANR in ", "Force stopping "})
    if (const auto rest = after(text, begin)) {
      const std::string_view name = rest->substr(0, rest->find(' '));
      return begin == "ANR in " ? LogEvent{.what = "anr", .process = some(name)}
                                : LogEvent{.what = "process", .package = some(name)};
    }
  return {};
}

// "FATAL EXCEPTION: main", "Process: com.x, PID: 2617", "java.lang.X: …", without where it stood.
std::optional<LogEvent> exception(const LogcatLine& line) {
  if (line.priority != 'E' && line.priority != 'F') return {};
  if (trim(line.text).starts_with("at ")) return {};
  return LogEvent{.what = "exception", .process = nonempty(between(line.text, "Process: ", ","))};
}

// The head of a tombstone; frames and registers stand in the tombstone itself.
std::optional<LogEvent> native_crash(const LogcatLine& line) {
  constexpr std::string_view kHead[] = {
      "pid: ", "signal ", "Abort message", "Cause: ", "Fatal signal", "Cmdline", "Timestamp: "};
  const std::string_view text = trim(line.text);
  if (!std::ranges::any_of(kHead, [&](auto begin) { return text.starts_with(begin); })) return {};
  return LogEvent{.what = "native_crash", .process = nonempty(between(text, ">>> ", " <<<"))};
}

std::optional<LogEvent> by_tag(const LogcatLine& line) {
  const std::string_view tag = line.tag;
  if (tag.empty()) return {};
  switch (tag[0]) {
    case 'A':
      if (tag == "ActivityManager") return process_event(line.text);
      if (tag == "AndroidRuntime") return exception(line);
      if (tag.starts_with("Adb")) return LogEvent{.what = "usb"};
      break;
    case 'D':
      if (tag == "DEBUG") return native_crash(line);
      break;
    case 'P':
      if (tag.starts_with("Package") && contains(line.text, "nstall"))
        return LogEvent{.what = "package"};
      break;
    case 'K':
    case 'L':
    case 'g':
      if (tag.starts_with("KeyguardSecurity") || tag.starts_with("LockSettings") ||
          tag == "gatekeeperd")
        return LogEvent{.what = "lock"};
      break;
    case 'U':
    case 'a':
      if (tag.starts_with("Usb") || tag == "adbd") return LogEvent{.what = "usb"};
      break;
    case 'l':
      if (tag == "libc" && line.priority == 'F') return native_crash(line);
      break;
    default:
      break;
  }
  if (const EventForm* form = event_form(tag)) return event(*form, line);
  return {};
}

// The first path below a folder in which apps, users or attackers write.
MaybeText written_path(std::string_view text) {
  constexpr std::array<std::string_view, 4> kFolders = {"/data/", "/sdcard/", "/storage/",
                                                        "/memfd:"};
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    const std::string_view rest = text.substr(at);
    if (std::ranges::any_of(kFolders, [&](auto folder) { return rest.starts_with(folder); }))
      return rest.substr(0, rest.find_first_of(" \t,;'\"()[]{}<>|="));
  }
  return {};
}

}  // namespace

std::optional<LogEvent> log_event(const LogcatLine& line) {
  auto out = by_tag(line);
  const std::string_view text = line.text;
  if (!out && is_denial(line)) out = denied(text);
  if (!out || !out->path) {
    const MaybeText path = written_path(text);
    if (!out && path) out = LogEvent{.what = "path"};
    if (path) out->path = path;
  }
  if (!out && names_a_host(text)) out = LogEvent{.what = "link"};
  return out;
}

}  // namespace bridle
