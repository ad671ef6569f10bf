// What `mvt-ios` checks. Modules that MVT has and that are not here read what bridle does not read
// yet in a file system: docs/mvt-front.md names them.
#include "sink/mvt/ios_modules.h"

namespace bridle {
namespace {

constexpr std::string_view kBackup[] = {"ios-backup"};
constexpr std::string_view kFilesystem[] = {"ios-filesystem"};

constexpr const MvtModule* kBackupModules[] = {&mvt_backup_info,
                                               &mvt_configuration_profiles,
                                               &mvt_manifest,
                                               &mvt_profile_events,
                                               &mvt_calls,
                                               &mvt_chrome_favicon,
                                               &mvt_chrome_history,
                                               &mvt_contacts,
                                               &mvt_firefox_favicon,
                                               &mvt_firefox_history,
                                               &mvt_id_status_cache,
                                               &mvt_interaction_c,
                                               &mvt_locationd_clients,
                                               &mvt_os_analytics_ad_daily,
                                               &mvt_datausage,
                                               &mvt_safari_browser_state,
                                               &mvt_safari_history,
                                               &mvt_tcc,
                                               &mvt_sms,
                                               &mvt_sms_attachments,
                                               &mvt_webkit_resource_load_statistics,
                                               &mvt_webkit_session_resource_log,
                                               &mvt_whatsapp,
                                               &mvt_whatsapp_contacts,
                                               &mvt_shortcuts,
                                               &mvt_applications,
                                               &mvt_calendar,
                                               &mvt_global_preferences};
constexpr const MvtModule* kFilesystemModules[] = {&mvt_filesystem,
                                                   &mvt_netusage,
                                                   &mvt_calls,
                                                   &mvt_chrome_favicon,
                                                   &mvt_chrome_history,
                                                   &mvt_contacts,
                                                   &mvt_firefox_favicon,
                                                   &mvt_firefox_history,
                                                   &mvt_id_status_cache,
                                                   &mvt_interaction_c,
                                                   &mvt_locationd_clients,
                                                   &mvt_os_analytics_ad_daily,
                                                   &mvt_datausage,
                                                   &mvt_safari_browser_state,
                                                   &mvt_safari_history,
                                                   &mvt_tcc,
                                                   &mvt_sms,
                                                   &mvt_sms_attachments,
                                                   &mvt_webkit_resource_load_statistics,
                                                   &mvt_webkit_session_resource_log,
                                                   &mvt_whatsapp,
                                                   &mvt_whatsapp_contacts,
                                                   &mvt_shortcuts,
                                                   &mvt_applications,
                                                   &mvt_calendar,
                                                   &mvt_global_preferences};

}  // namespace

constinit const MvtCommand mvt_ios_check_backup = {
    "check-backup", kBackup, kBackupModules, {}, "UTC Timestamp"};
constinit const MvtCommand mvt_ios_check_iocs = {
    "check-iocs", {}, kBackupModules, kFilesystemModules, "UTC Timestamp"};
constinit const MvtCommand mvt_ios_check_fs = {
    "check-fs", kFilesystem, kFilesystemModules, {}, "UTC Timestamp"};

}  // namespace bridle
