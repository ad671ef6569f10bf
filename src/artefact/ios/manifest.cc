// Every file and folder of the backup, with its times on the phone: attacks left files and empty
// folders.
//
// `file` is the keyed archive of an MBFile; its times are seconds since 1970. Web sites' data lie
// in files named after the site, such as https_site.example_0.localstorage.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    ":Manifest.db",
};

constexpr Field kFields[] = {
    {"modified", Kind::time, "when its content was last changed",
     "archive_time(f.file, 'LastModified')"},
    {"changed", Kind::time, "when its name, place or rights were last changed",
     "archive_time(f.file, 'LastStatusChange')"},
    {"born", Kind::time, "when it was made", "archive_time(f.file, 'Birth')"},
    {"path", Kind::path, "where it lay on the phone, if its domain has a fixed place",
     "CASE f.domain WHEN 'HomeDomain' THEN '/private/var/mobile/' WHEN 'MediaDomain' "
     "THEN '/private/var/mobile/' WHEN 'CameraRollDomain' THEN "
     "'/private/var/mobile/' WHEN 'KeyboardDomain' THEN '/private/var/mobile/' WHEN "
     "'TonesDomain' THEN '/private/var/mobile/' WHEN 'HomeKitDomain' THEN "
     "'/private/var/mobile/' WHEN 'HealthDomain' THEN '/private/var/mobile/Library/' "
     "WHEN 'BooksDomain' THEN '/private/var/mobile/Media/Books/' WHEN 'RootDomain' "
     "THEN '/private/var/root/' WHEN 'WirelessDomain' THEN '/private/var/wireless/' "
     "WHEN 'SystemPreferencesDomain' THEN '/private/var/preferences/' WHEN "
     "'ManagedPreferencesDomain' THEN '/private/var/Managed Preferences/' WHEN "
     "'KeychainDomain' THEN '/private/var/Keychains/' WHEN 'DatabaseDomain' THEN "
     "'/private/var/db/' WHEN 'ProtectedDomain' THEN '/private/var/protected/' WHEN "
     "'MobileDeviceDomain' THEN '/private/var/MobileDevice/' WHEN 'NetworkDomain' "
     "THEN '/private/var/networkd/' WHEN 'InstallDomain' THEN "
     "'/private/var/installd/' END || f.relativePath"},
    {"relative_path", Kind::path, "path in its domain, if that has no fixed place",
     "CASE WHEN CASE f.domain WHEN 'HomeDomain' THEN '/private/var/mobile/' WHEN "
     "'MediaDomain' THEN '/private/var/mobile/' WHEN 'CameraRollDomain' THEN "
     "'/private/var/mobile/' WHEN 'KeyboardDomain' THEN '/private/var/mobile/' WHEN "
     "'TonesDomain' THEN '/private/var/mobile/' WHEN 'HomeKitDomain' THEN "
     "'/private/var/mobile/' WHEN 'HealthDomain' THEN '/private/var/mobile/Library/' "
     "WHEN 'BooksDomain' THEN '/private/var/mobile/Media/Books/' WHEN 'RootDomain' "
     "THEN '/private/var/root/' WHEN 'WirelessDomain' THEN '/private/var/wireless/' "
     "WHEN 'SystemPreferencesDomain' THEN '/private/var/preferences/' WHEN "
     "'ManagedPreferencesDomain' THEN '/private/var/Managed Preferences/' WHEN "
     "'KeychainDomain' THEN '/private/var/Keychains/' WHEN 'DatabaseDomain' THEN "
     "'/private/var/db/' WHEN 'ProtectedDomain' THEN '/private/var/protected/' WHEN "
     "'MobileDeviceDomain' THEN '/private/var/MobileDevice/' WHEN 'NetworkDomain' "
     "THEN '/private/var/networkd/' WHEN 'InstallDomain' THEN "
     "'/private/var/installd/' END || f.relativePath IS NULL THEN f.relativePath END"},
    {"domain", Kind::text, "the domain", "f.domain"},
    {"site", Kind::domain, "site that the data belong to, by the file's name",
     "CASE WHEN instr(f.relativePath, '/https_') > 0 THEN "
     "substr(substr(f.relativePath, instr(f.relativePath, '/https_') + 7), 1, "
     "instr(substr(f.relativePath, instr(f.relativePath, '/https_') + 7) || '_', "
     "'_') - 1) WHEN instr(f.relativePath, '/http_') > 0 THEN "
     "substr(substr(f.relativePath, instr(f.relativePath, '/http_') + 6), 1, "
     "instr(substr(f.relativePath, instr(f.relativePath, '/http_') + 6) || '_', '_') "
     "- 1) END"},
    {"file_id", Kind::text, "SHA-1 of domain and path: its name in the backup", "f.fileID"},
    {"flags", Kind::number, "1 file, 2 folder, 4 link", "f.flags"},
    {"bytes", Kind::number, "its size", "archive_value(f.file, 'Size')"},
    {"mode", Kind::number, "its rights", "archive_value(f.file, 'Mode')"},
    {"owner", Kind::number, "id of its owner", "archive_value(f.file, 'UserID')"},
    {"protection", Kind::number, "class of its protection",
     "archive_value(f.file, 'ProtectionClass')"},
    {"target", Kind::path, "where a link leads to", "archive_value(f.file, 'Target')"},
};

constexpr Query kQueries[] = {
    {.from = "Files f", .row = "f.rowid"},
};

}  // namespace

ARTEFACT(ios_manifest) = {
    .id = "ios_manifest",
    .title = "Files of the backup",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::stored,
    .parse = sqlite<kQueries, kFields>,
    .expect = Expect::core,
    .row = "rowid of Files",
    .table = "Files",
};

}  // namespace bridle
