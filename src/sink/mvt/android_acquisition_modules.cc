#include <algorithm>

#include "base/text.h"
#include "sink/mvt/android_modules.h"
#include "sink/mvt/forms.h"

namespace bridle {

bool is_own_file(const MvtRow& row) {
  const std::string_view path = row.record.path;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name == "getprop.txt" || name == "ps.txt" || name.starts_with("processes.") ||
         name == "mounts.json" || glob("settings_*.txt", name);
}

bool is_report(const MvtRow& row) {
  return !is_own_file(row);
}

namespace {

// The word that the phone prints where nobody installed an app.
void installer(MvtMembers& out, const MvtRow& row, std::string_view field) {
  out.text(row.text(field).empty() ? "null" : row.text(field));
}
constexpr MvtKey kPackage[] = {{"name", "package"},
                               {"installer", "installer", installer},
                               {"uid", "uid"},
                               {"disabled", "disabled", yes_no},
                               {"system", "system", yes_no},
                               {"third_party", "third_party", yes_no}};
constexpr MvtKey kApk[] = {{"path", "path"},
                           {"md5", "md5"},
                           {"sha1", "sha1"},
                           {"sha256", "sha256"},
                           {"sha512", "sha512"},
                           {"error", "error"},
                           {"trusted_certificate", "trusted", yes_no},
                           {"certificate/Md5", "certificate_md5"},
                           {"certificate/Sha1", "certificate_sha1"},
                           {"certificate/Sha256", "certificate_sha256"},
                           {"certificate/ValidFrom", "valid_from"},
                           {"certificate/ValidTo", "valid_to"},
                           {"certificate/Issuer", "issuer"},
                           {"certificate/Subject", "subject"}};
constexpr MvtList kApks[] = {{.name = "files", .keys = kApk}};
constexpr MvtSource kPackages[] = {
    {.artefact = "android_packages", .keys = kPackage, .lists = kApks}};

constexpr MvtKey kProcess[] = {{"label", "label"},
                               {"user", "user"},
                               {"pid", "pid"},
                               {"tid", "tid"},
                               {"ppid", "ppid"},
                               {"state", "state"},
                               {"cpu_time", "cpu_time"},
                               {"command", "path thread process", first_text},
                               {"arguments", "arguments"}};
constexpr MvtSource kProcesses[] = {
    {.artefact = "android_processes", .keys = kProcess, .keep = is_own_file}};

constexpr MvtKey kProperty[] = {{"name", "name"}, {"value", "value"}};
constexpr MvtSource kProperties[] = {
    {.artefact = "android_getprop", .keys = kProperty, .keep = is_own_file}};

constexpr MvtKey kSetting[] = {{"namespace", "namespace"},
                               {"user", "user", number_as_text},
                               {"name", "name"},
                               {"value", "value"}};
constexpr MvtSource kSettings[] = {
    {.artefact = "android_settings", .keys = kSetting, .keep = is_own_file}};

constexpr MvtKey kFile[] = {{"path", "path"},
                            {"size", "size"},
                            {"mode", "mode"},
                            {"user_id", "uid"},
                            {"user_name", "user"},
                            {"group_id", "gid"},
                            {"group_name", "group"},
                            {"changed_time", "changed", phone_time},
                            {"modified_time", "modified", phone_time},
                            {"access_time", "accessed", phone_time},
                            {"error", "error"},
                            {"context", "context"},
                            {"sha1", "sha1"},
                            {"sha256", "sha256"},
                            {"md5", "md5"}};
constexpr MvtEvent kFileEvents[] = {{"modified", "M"}, {"accessed", "A"}, {"changed", "C"}};
constexpr MvtSource kFiles[] = {{"android_files", kFile, kFileEvents}};

constexpr MvtKey kRoot[] = {{"path", "path"}};
constexpr MvtSource kRootBinaries[] = {{"android_root_binaries", kRoot}};

bool has_option(std::string_view options, std::string_view wanted) {
  for (const std::string_view option : split(options, ','))
    if (option == wanted) return true;
  return false;
}
// Both the mount itself and what it is of must allow it, where both are told.
void can_be_written(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  const std::string_view super = row.text("super_options");
  out.boolean(has_option(row.text("options"), "rw") && (super.empty() || has_option(super, "rw")));
}
void is_of_system(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  const std::string_view point = row.text("point");
  bool of_system = false;
  for (const std::string_view name : {"/system", "/vendor", "/product", "/system_ext"})
    of_system = of_system || point == name || point.starts_with(std::string(name) + "/");
  out.boolean(of_system);
}
// The options of the mount and then those of what it is of, each once, as `mount` shows them.
void all_options(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  std::string all(row.text("options"));
  if (const std::string_view super = row.text("super_options"); !super.empty())
    for (const std::string_view option : split(super, ','))
      if (!has_option(all, option)) all.append(",").append(option);
  out.text(all);
}
void option_list(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  std::vector<std::string> all;
  for (const std::string_view field : {"options", "super_options"})
    if (const std::string_view options = row.text(field); !options.empty())
      for (const std::string_view option : split(options, ','))
        if (std::ranges::find(all, option) == all.end()) all.emplace_back(option);
  out.list(all);
}
void mount_process(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  const auto pid = between(row.record.path, "/proc/", "/mountinfo");
  if (const auto n = number(pid.value_or("")))
    out.number(*n);
  else
    out.null();
}
constexpr MvtKey kMount[] = {{"device", "device"},
                             {"mount_point", "point"},
                             {"filesystem_type", "type"},
                             {"mount_options", "", all_options},
                             {"options_list", "", option_list},
                             {"is_system_partition", "", is_of_system},
                             {"is_read_write", "", can_be_written}};
constexpr MvtKey kMountProcess[] = {{"", "", mount_process}};
constexpr MvtList kMountProcesses[] = {{.name = "process_ids", .keys = kMountProcess}};
constexpr MvtSource kMounts[] = {
    {.artefact = "android_mounts", .keys = kMount, .lists = kMountProcesses, .whole = true}};

constexpr MvtKey kSms[] = {{"address", "address"},
                           {"recipients", "recipients"},
                           {"subject", "subject"},
                           {"body", "text"},
                           {"date", "time", unix_time_ms_text},
                           {"date_sent", "sent", unix_time_ms_text},
                           {"status", "status", number_as_text},
                           {"read", "read", number_as_text},
                           {"isodate", "time"},
                           {"direction", "direction"},
                           {"links", "text", links_in}};
constexpr MvtSource kSmsFrom[] = {{"android_sms", kSms}};

}  // namespace

constinit const MvtModule mvt_aqf_packages = {"AQFPackages", "aqf_packages", kPackages};
constinit const MvtModule mvt_aqf_processes = {"AQFProcesses", "aqf_processes", kProcesses};
constinit const MvtModule mvt_aqf_get_prop = {"AQFGetProp", "aqf_get_prop", kProperties};
constinit const MvtModule mvt_aqf_settings = {"AQFSettings", "aqf_settings", kSettings};
constinit const MvtModule mvt_aqf_files = {"AQFFiles", "aqf_files", kFiles};
constinit const MvtModule mvt_root_binaries = {"RootBinaries", "root_binaries", kRootBinaries};
constinit const MvtModule mvt_mounts = {"Mounts", "mounts", kMounts};
constinit const MvtModule mvt_android_sms = {"SMS", "sms", kSmsFrom};

}  // namespace bridle
