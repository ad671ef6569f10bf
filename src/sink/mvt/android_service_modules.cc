#include "base/text.h"
#include "sink/mvt/android_modules.h"
#include "sink/mvt/forms.h"

namespace bridle {
namespace {

// Whether one of the lines of `state` is the word.
void in_state(MvtMembers& out, const MvtRow& row, std::string_view word) {
  bool found = false;
  for (const std::string_view line : split(row.text("state"), '\n')) found = found || line == word;
  out.boolean(found);
}
void service_of(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const std::string_view component = row.text(field);
  const auto slash = component.find('/');
  if (slash == std::string_view::npos) return as_it_is(out, row, field);
  out.text(component.substr(slash + 1));
}
void number_of(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto n = number(row.text(field)))
    out.number(*n);
  else
    as_it_is(out, row, field);
}
constexpr MvtKey kService[] = {{"user_id", "user", number_of},
                               {"component", "component"},
                               {"package_name", "package"},
                               {"service_name", "component", service_of},
                               {"label", "label"},
                               {"installed", "installed", in_state},
                               {"enabled", "enabled", in_state},
                               {"binding", "binding", in_state},
                               {"bound", "bound", in_state},
                               {"crashed", "crashed", in_state},
                               {"accessibility_tool", "tool", yes_no},
                               {"installed_service_count", "installed_count"}};
constexpr MvtSource kAccessibility[] = {{"android_accessibility", kService}};

// "Non-Data Actions" is "non_data_action".
void resolver_type(MvtMembers& out, const MvtRow& row, std::string_view field) {
  std::string word = lower(row.text(field));
  for (char& c : word)
    if (c == ' ' || c == '-') c = '_';
  if (word.ends_with('s')) word.pop_back();
  out.text(word);
}
constexpr MvtKey kFilter[] = {{"resolver_type", "sort", resolver_type},
                              {"key", "key"},
                              {"package_name", "package"},
                              {"component", "component"},
                              {"filter_count", "filters"}};
constexpr MvtSource kActivities[] = {
    {.artefact = "android_intent_filters", .keys = kFilter, .keep = [](const MvtRow& row) {
       return row.text("table") == "activity";
     }}};
constexpr MvtSource kReceivers[] = {
    {.artefact = "android_intent_filters", .keys = kFilter, .keep = [](const MvtRow& row) {
       return row.text("table") == "receiver";
     }}};

void state_and_flags(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  std::string text(row.text("state"));
  if (!row.text("flags").empty()) text.append("-").append(row.text("flags"));
  if (text.empty())
    out.null();
  else
    out.text(text);
}
void capitalised(MvtMembers& out, const MvtRow& row, std::string_view field) {
  std::string word(row.text(field));
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  out.text(word);
}
// "+55m0s0ms": from the largest unit that is not 0 down to the smallest.
std::optional<std::string> duration_text(const MvtRow& row, std::string_view field) {
  constexpr std::pair<std::int64_t, std::string_view> kUnits[] = {
      {86'400'000, "d"}, {3'600'000, "h"}, {60'000, "m"}, {1000, "s"}, {1, "ms"}};
  const auto ms = row.number(field);
  if (!ms) return {};
  std::string text = "+";
  std::int64_t rest = *ms;
  for (const auto& [size, name] : kUnits) {
    if (text.size() > 1 || rest >= size || size == 1)
      text.append(std::to_string(rest / size)).append(name);
    rest %= size;
  }
  return text;
}
bool still_runs(const MvtRow& row) {
  return row.text("kind") == "running";
}
void duration(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const auto text = duration_text(row, field);
  if (text && !still_runs(row))
    out.text(*text);
  else
    out.null();
}
// What still runs is told by how long it has.
void ago_or_since(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const auto since = duration_text(row, "duration_ms");
  const std::string_view ago = row.text(field);
  if (still_runs(row) && since)
    out.text(*since);
  else if (ago.empty())
    out.null();
  else
    out.text("(" + std::string(ago) + ")");
}
// With the operation that decides for this one, as the phone prints it.
void mode_and_switch(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (row.text(field).empty()) return out.null();
  std::string text(row.text(field));
  if (!row.text("switch").empty()) text.append(" / switch ").append(row.text("switch"));
  out.text(text);
}
constexpr MvtKey kOwner[] = {{"package_name", "package"}, {"uid", "uid", android_user}};
constexpr MvtKey kPermission[] = {{"name", "op"}, {"mode", "mode", mode_and_switch}};
constexpr MvtKey kAccess[] = {{"event", "kind"},
                              {"access", "kind", capitalised},
                              {"uid_state", "", state_and_flags},
                              {"timestamp", "time", phone_time},
                              {"relative_time", "ago", ago_or_since},
                              {"duration", "duration_ms", duration},
                              {"attribution", "attribution"},
                              {"proxy", "proxy", as_it_is, MvtWhen::there},
                              {"proxy_uid", "proxy_uid", as_it_is, MvtWhen::there}};
constexpr auto kHappened = [](const MvtRow& row) { return row.text("kind") != "mode"; };
constexpr MvtList kAccesses[] = {{.name = "entries", .keys = kAccess, .keep = kHappened}};
constexpr MvtList kPermissions[] = {
    {.name = "permissions", .keys = kPermission, .inner = kAccesses}};
constexpr MvtEvent kAccessEvents[] = {{"time", "", "kind"}};
constexpr MvtSource kAppops[] = {
    {.artefact = "android_appops",
     .keys = kOwner,
     .events = kAccessEvents,
     .lists = kPermissions,
     .keep = [](const MvtRow& row) { return !row.text("package").empty(); }}};

void daily_action(MvtMembers& out, const MvtRow& row, std::string_view field) {
  out.text(row.number(field).value_or(1) == 0 ? "uninstall" : "update");
}
constexpr MvtKey kUpdate[] = {{"action", "version_code", daily_action},
                              {"period_start", "from", phone_second},
                              {"period_end", "to", phone_second},
                              {"package_name", "package"},
                              {"version_code", "version_code"}};
constexpr MvtList kOccurrences[] = {{.name = "occurrences", .keys = kUpdate, .count = true}};
constexpr MvtEvent kUpdateEvents[] = {{"from", "battery_daily"}};
constexpr MvtSource kDaily[] = {{.artefact = "android_battery_daily",
                                 .keys = kUpdate,
                                 .events = kUpdateEvents,
                                 .lists = kOccurrences,
                                 .whole = true}};

// "start_job" and "end_job"; a wake lock that is taken is "wake".
std::string history_event(const MvtRow& row) {
  const std::string_view what = row.text("what");
  const auto begins = row.number("begins");
  if (what == "wake_lock") return begins.value_or(1) != 0 ? "wake" : "end_wake";
  return begins ? std::string(*begins != 0 ? "start_" : "end_").append(what) : std::string(what);
}
void battery_event(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  out.text(history_event(row));
}
void battery_service(MvtMembers& out, const MvtRow& row, std::string_view field) {
  out.text(row.text("what") == "top" ? "" : row.text(field));
}
constexpr MvtKey kUse[] = {{"time_elapsed", "shown"},
                           {"timestamp", "time", phone_time},
                           {"event", "", battery_event},
                           {"uid", "uid", android_user},
                           {"package_name", "package"},
                           {"service", "name", battery_service},
                           {"level", "level"}};
constexpr MvtSource kHistory[] = {{"android_battery_history", kUse}};

constexpr MvtKey kQuestion[] = {
    {"timestamp", "shown"}, {"pid", "pid"}, {"action", "action"}, {"duration_ms", "duration_ms"},
    {"status", "status"},   {"sql", "sql"}, {"path", "path"},     {"package_name", "package"}};
constexpr MvtSource kDbinfo[] = {{"android_dbinfo", kQuestion}};

constexpr MvtKey kChange[] = {{"change_id", "change"},
                              {"change_name", "name"},
                              {"package_name", "package"},
                              {"override_value", "enabled", yes_no}};
constexpr MvtSource kCompat[] = {{"android_platform_compat", kChange}};

constexpr MvtKey kAdb[] = {{"connected_to_adb", "connected", yes_no}};
constexpr MvtKey kKey[] = {
    {"user", "computer"}, {"key", "key"}, {"last_connected", "last_connected", phone_time}};
constexpr MvtList kKeys[] = {
    {.name = "user_keys",
     .keys = kKey,
     .keep = [](const MvtRow& row) { return row.text("list") == "user_keys"; }},
    {.name = "keystore", .keys = kKey, .keep = [](const MvtRow& row) {
       return row.text("list") == "keystore";
     }}};
constexpr MvtSource kAdbState[] = {
    {.artefact = "android_adb_keys", .keys = kAdb, .lists = kKeys, .whole = true}};

}  // namespace

constinit const MvtModule mvt_dumpsys_accessibility = {"DumpsysAccessibility",
                                                       "dumpsys_accessibility", kAccessibility};
constinit const MvtModule mvt_dumpsys_activities = {"DumpsysActivities", "dumpsys_activities",
                                                    kActivities};
constinit const MvtModule mvt_dumpsys_receivers = {"DumpsysReceivers", "dumpsys_receivers",
                                                   kReceivers};
constinit const MvtModule mvt_dumpsys_appops = {"DumpsysAppops", "dumpsys_appops", kAppops};
constinit const MvtModule mvt_dumpsys_battery_daily = {"DumpsysBatteryDaily",
                                                       "dumpsys_battery_daily", kDaily};
constinit const MvtModule mvt_dumpsys_battery_history = {"DumpsysBatteryHistory",
                                                         "dumpsys_battery_history", kHistory};
constinit const MvtModule mvt_dumpsys_dbinfo = {"DumpsysDBInfo", "dbinfo", kDbinfo};
constinit const MvtModule mvt_dumpsys_platform_compat = {"DumpsysPlatformCompat",
                                                         "dumpsys_platform_compat", kCompat};
constinit const MvtModule mvt_dumpsys_adb_state = {"DumpsysADBState", "dumpsys_adb_state",
                                                   kAdbState};

}  // namespace bridle
