#include "base/text.h"
#include "format/hash.h"
#include "sink/mvt/forms.h"
#include "sink/mvt/ios_modules.h"

namespace bridle {
namespace {

constexpr MvtKey kBackupInfo[] = {{"Build Version", "build_version"},
                                  {"Device Name", "device_name"},
                                  {"Display Name", "display_name"},
                                  {"GUID", "guid"},
                                  {"ICCID", "iccid"},
                                  {"IMEI", "imei"},
                                  {"MEID", "meid"},
                                  {"Last Backup Date", "last_backup", phone_second},
                                  {"Phone Number", "phone_number"},
                                  {"Product Name", "product_name"},
                                  {"Product Type", "product_type"},
                                  {"Product Version", "product_version"},
                                  {"Serial Number", "serial_number"},
                                  {"Target Identifier", "target_identifier"},
                                  {"Target Type", "target_type"},
                                  {"Unique Identifier", "unique_identifier"},
                                  {"iTunes Version", "itunes_version"}};
constexpr MvtSource kBackupInfoFrom[] = {{"ios_backup_info", kBackupInfo}};

constexpr MvtKey kProfile[] = {{"file_id", "", file_id},
                               {"relative_path", "", file_path},
                               {"domain", "", file_domain},
                               {"install_date", "time"},
                               {"plist/InstallDate", "time", phone_second},
                               {"plist/PayloadUUID", "profile"},
                               {"plist/PayloadIdentifier", "identifier"},
                               {"plist/PayloadDisplayName", "name"},
                               {"plist/PayloadDescription", "description"},
                               {"plist/PayloadOrganization", "organisation"}};
constexpr MvtKey kPayload[] = {{"PayloadType", "payload_type"},
                               {"PayloadUUID", "payload"},
                               {"PayloadIdentifier", "payload_identifier"},
                               {"PayloadDisplayName", "payload_name"}};
constexpr MvtList kPayloads[] = {{.name = "plist/PayloadContent", .keys = kPayload}};
constexpr MvtEvent kProfileEvents[] = {{"time", "configuration_profile_install"}};
constexpr MvtSource kProfilesFrom[] = {{.artefact = "ios_configuration_profiles",
                                        .keys = kProfile,
                                        .events = kProfileEvents,
                                        .lists = kPayloads}};

// The path in the domain. Where the record has the path on the phone instead, it is the part of it
// that the file's id was made of.
void relative_path(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const std::string_view id = row.text("file_id");
  std::string_view rest = row.text(field).empty() ? row.text("path") : "";
  if (rest.empty()) return out.text(row.text(field));
  const std::string domain = std::string(row.text("domain")) + "-";
  const auto fits = [&] {
    return hex(as_bytes(hash(Hash::sha1, as_bytes(domain + std::string(rest))))) == id;
  };
  while (!fits()) {
    const auto slash = rest.find('/');
    if (slash == std::string_view::npos) return as_it_is(out, row, "path");
    rest.remove_prefix(slash + 1);
  }
  out.text(rest);
}
constexpr MvtKey kManifest[] = {{"file_id", "file_id"},
                                {"domain", "domain"},
                                {"relative_path", "relative_path", relative_path},
                                {"flags", "flags"},
                                {"created", "born"},
                                {"modified", "modified"},
                                {"status_changed", "changed"},
                                {"mode", "mode", file_mode},
                                {"owner", "owner"},
                                {"size", "bytes"},
                                {"missing", "missing", yes_no, MvtWhen::not_zero}};
constexpr MvtEvent kManifestEvents[] = {{"modified", "M"}, {"changed", "C"}, {"born", "B"}};
constexpr MvtSource kManifestFrom[] = {{"ios_manifest", kManifest, kManifestEvents}};

constexpr MvtKey kEvent[] = {{"profile_id", "profile"},
                             {"timestamp", "time"},
                             {"operation", "operation"},
                             {"process", "process"}};
constexpr MvtEvent kEventEvents[] = {{"time", "profile_operation"}};
constexpr MvtSource kEventsFrom[] = {{"ios_profile_events", kEvent, kEventEvents}};

}  // namespace

constinit const MvtModule mvt_backup_info = {"BackupInfo", "backup_info", kBackupInfoFrom,
                                             MvtShape::object};
constinit const MvtModule mvt_configuration_profiles = {"ConfigurationProfiles",
                                                        "configuration_profiles", kProfilesFrom};
constinit const MvtModule mvt_manifest = {"Manifest", "manifest", kManifestFrom, MvtShape::list,
                                          "HIGH"};
constinit const MvtModule mvt_profile_events = {"ProfileEvents", "profile_events", kEventsFrom};

}  // namespace bridle
