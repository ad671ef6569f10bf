#include "base/text.h"
#include "sink/mvt/android_modules.h"
#include "sink/mvt/forms.h"

namespace bridle {
namespace {

void granted_permissions(MvtMembers& out, const MvtRow& row, std::string_view field) {
  std::vector<std::string> lines;
  std::string json = "[";
  for (const std::string_view line : split(row.text(field), '\n')) {
    if (line.empty()) continue;
    MvtMembers one(4);
    one.key("name");
    one.text(line);
    one.key("granted");
    one.boolean(true);
    json += (json == "[" ? "\n" : ",\n") + mvt_indent(3) + "{" + one.take() + "\n" + mvt_indent(3) +
            "}";
  }
  out.written(json == "[" ? "[]" : json + "\n" + mvt_indent(2) + "]");
}
void package_type(MvtMembers& out, const MvtRow& row, std::string_view field) {
  out.text(row.number(field).value_or(0) != 0 ? "hidden_system" : "active");
}
constexpr MvtKey kPackage[] = {{"package_name", "package"},
                               {"package_type", "replaced", package_type},
                               {"app_id", "uid"},
                               {"version_name", "version"},
                               {"version_code", "version_code"},
                               {"min_sdk", "min_sdk"},
                               {"target_sdk", "target_sdk"},
                               {"timestamp", "file_time_shown"},
                               {"last_update_time", "updated_shown"},
                               {"first_install_time", "installed_shown"},
                               {"installer", "installer"},
                               {"initiating_package", "initiating"},
                               {"originating_package", "originating"},
                               {"flags", "flags"},
                               {"code_path", "path"},
                               {"system", "system", yes_no},
                               {"permissions", "granted", granted_permissions},
                               {"requested_permissions", "requested", text_lines},
                               {"user_ids", "users", text_lines}};
constexpr MvtEvent kPackageEvents[] = {{"file_time", "package_install"},
                                       {"installed", "package_first_install"},
                                       {"updated", "package_last_update"}};
constexpr MvtSource kPackages[] = {{"android_package_dump", kPackage, kPackageEvents}};

constexpr MvtKey kProperty[] = {{"name", "name"}, {"value", "value"}};
constexpr MvtSource kProperties[] = {
    {.artefact = "android_getprop", .keys = kProperty, .keep = is_report}};

constexpr MvtKey kCrash[] = {{"file_name", "", file_name},
                             {"build_fingerprint", "fingerprint"},
                             {"arch", "abi"},
                             {"timestamp", "time"},
                             {"process_uptime", "uptime"},
                             {"pid", "pid"},
                             {"tid", "tid"},
                             {"process_name", "thread"},
                             {"binary_path", "process"},
                             {"uid", "uid"},
                             {"signal_info/code", "code", leading_number},
                             {"signal_info/code_name", "code", in_brackets},
                             {"signal_info/name", "signal", in_brackets},
                             {"signal_info/number", "signal", leading_number},
                             {"cause", "cause"},
                             {"abort_message", "abort"},
                             {"fault_address", "fault_address"}};
constexpr MvtEvent kCrashEvents[] = {{"time", "Tombstone"}};
constexpr MvtSource kTombstones[] = {{"android_tombstones", kCrash, kCrashEvents}};

constexpr MvtKey kProcess[] = {{"label", "label"},       {"user", "user"},
                               {"pid", "pid"},           {"tid", "tid"},
                               {"ppid", "ppid"},         {"state", "state"},
                               {"cpu_time", "cpu_time"}, {"command", "thread process", first_text}};
constexpr MvtSource kProcesses[] = {
    {.artefact = "android_processes", .keys = kProcess, .keep = is_report}};

void yes_text(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto n = row.number(field))
    out.text(*n != 0 ? "true" : "false");
  else
    out.null();
}
constexpr MvtKey kSetting[] = {{"namespace", "namespace"},
                               {"user", "user", number_as_text},
                               {"name", "name"},
                               {"pkg", "package"},
                               {"value", "value"},
                               {"default", "default"},
                               {"defaultSystemSet", "system_default", yes_text},
                               {"tag", "tag"}};
constexpr MvtSource kSettings[] = {
    {.artefact = "android_settings", .keys = kSetting, .keep = [](const MvtRow& row) {
       return is_report(row) && row.text("operation").empty();
     }}};

}  // namespace

constinit const MvtModule mvt_dumpsys_packages = {"DumpsysPackages", "dumpsys_packages", kPackages};
constinit const MvtModule mvt_dumpsys_get_prop = {"DumpsysGetProp", "dumpsys_get_prop",
                                                  kProperties};
constinit const MvtModule mvt_tombstones = {"Tombstones", "tombstones", kTombstones};
constinit const MvtModule mvt_processes = {"Processes", "processes", kProcesses};
constinit const MvtModule mvt_settings = {"Settings", "settings", kSettings};

}  // namespace bridle
