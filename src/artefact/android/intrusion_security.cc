// Security events, out of the intrusion log of Android's Advanced Protection: programs that were
// started, with the hash of their APK; commands over ADB; unlocking; certificates and apps that
// were installed; what the phone noticed of its own integrity.
//
// {"security_event": {"event_id", "event_time" (nanoseconds since 1970), "<tag>": {…}}}; the tags
// are those of android.app.admin.SecurityLog, 210001 to 210046.

#include "artefact/intrusion_events.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"tag", Kind::text, "what happened: app_process_start, adb_shell_cmd, keyguard_dismissed, …"},
    {"package", Kind::app, "app that was installed, updated or removed, or whose process started"},
    {"process", Kind::process, "the process that started, with its part of the app"},
    {"sha256", Kind::hash, "SHA-256 of the APK that it came from"},
    {"uid", Kind::number, "its user id"},
    {"pid", Kind::number, "its number"},
    {"started", Kind::time, "when the process says that it was started"},
    {"seinfo", Kind::text, "its SELinux class"},
    {"path", Kind::path, "file sent or fetched over ADB, or place where a medium was mounted"},
    {"command", Kind::content, "command given over ADB"},
    {"subject", Kind::content, "whom a certificate names"},
    {"success", Kind::number, "1 if it succeeded"},
    {"version", Kind::number, "version of the app"},
    {"event_id", Kind::number, "number of the event"},
    {"details", Kind::content, "all that the event states"},
};

// The only member that is an object: its name is what happened.
std::optional<std::pair<std::string_view, JsonObject>> tagged(const JsonObject& event) {
  for (const auto member : event) {
    JsonObject inner;
    if (member.value.get(inner) == simdjson::SUCCESS) return std::pair(member.key, inner);
  }
  return {};
}

std::optional<std::int64_t> success(const MaybeObject& o) {
  if (const auto flag = json_flag(o, "success")) return *flag ? 1 : 0;
  return json_number(o, "success");
}

void put(std::uint64_t at, const JsonObject& event, std::string_view tag, const MaybeObject& o,
         Rows& out) {
  const auto ns = json_number(event, "event_time");
  const auto started = json_number(o, "start_time");
  const auto process = json_text(o, "process");
  auto package = json_text(o, "package_name");
  if (!package && process) package = process->substr(0, process->find(':'));
  const auto path = json_text(o, "path");
  out.row<kFields>(at, ns ? time_at_us(*ns / 1000, 0) : std::nullopt, tag, package, process,
                   json_text(o, "sha256"), json_number(o, "uid"), json_number(o, "pid"),
                   started ? unix_milliseconds(*started) : std::nullopt, json_text(o, "seinfo"),
                   path ? path : json_text(o, "mount_point"), json_text(o, "command"),
                   json_text(o, "subject"), success(o), json_number(o, "version_code"),
                   json_number(event, "event_id"), o ? simdjson::minify(*o) : "");
}

Result<void> parse(const File& file, Rows& out) {
  return read_events(file, out, "security_event", [&](std::uint64_t at, const JsonObject& event) {
    const auto tag = tagged(event);
    put(at, event, tag ? tag->first : "", tag ? MaybeObject(tag->second) : MaybeObject(), out);
  });
}

}  // namespace

ARTEFACT(android_intrusion_security) = {
    .id = "android_intrusion_security",
    .title = "Intrusion log: security events",
    .reads = kIntrusionLogs,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .row = kIntrusionRow,
    .core_of = "android-intrusion-log",
};

}  // namespace bridle
