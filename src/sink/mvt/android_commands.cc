// What `mvt-android` checks. An acquisition holds a bugreport, a backup and intrusion logs, whose
// modules MVT runs as well.
#include "sink/mvt/android_modules.h"

namespace bridle {
namespace {

constexpr std::string_view kAcquisition[] = {"android-androidqf"};
constexpr std::string_view kReport[] = {"android-bugreport"};
constexpr std::string_view kBackup[] = {"android-backup"};
constexpr std::string_view kLogs[] = {"android-intrusion-log"};
constexpr std::string_view kColumn = "Device Local Timestamp";

constexpr const MvtModule* kAcquisitionModules[] = {
    &mvt_aqf_packages, &mvt_aqf_processes, &mvt_aqf_get_prop, &mvt_aqf_settings,
    &mvt_aqf_files,    &mvt_root_binaries, &mvt_mounts};
constexpr const MvtModule* kReportModules[] = {&mvt_dumpsys_accessibility,
                                               &mvt_dumpsys_activities,
                                               &mvt_dumpsys_appops,
                                               &mvt_dumpsys_battery_daily,
                                               &mvt_dumpsys_battery_history,
                                               &mvt_dumpsys_dbinfo,
                                               &mvt_dumpsys_get_prop,
                                               &mvt_dumpsys_packages,
                                               &mvt_dumpsys_platform_compat,
                                               &mvt_dumpsys_receivers,
                                               &mvt_dumpsys_adb_state,
                                               &mvt_tombstones,
                                               &mvt_processes,
                                               &mvt_settings,
                                               &mvt_mounts};
constexpr const MvtModule* kNestedModules[] = {&mvt_dumpsys_accessibility,
                                               &mvt_dumpsys_activities,
                                               &mvt_dumpsys_appops,
                                               &mvt_dumpsys_battery_daily,
                                               &mvt_dumpsys_battery_history,
                                               &mvt_dumpsys_dbinfo,
                                               &mvt_dumpsys_get_prop,
                                               &mvt_dumpsys_packages,
                                               &mvt_dumpsys_platform_compat,
                                               &mvt_dumpsys_receivers,
                                               &mvt_dumpsys_adb_state,
                                               &mvt_tombstones,
                                               &mvt_processes,
                                               &mvt_settings,
                                               &mvt_android_sms,
                                               &mvt_dns_event,
                                               &mvt_connect_event,
                                               &mvt_security_event};
constexpr const MvtModule* kBackupModules[] = {&mvt_android_sms};
constexpr const MvtModule* kLogModules[] = {&mvt_dns_event, &mvt_connect_event,
                                            &mvt_security_event};

}  // namespace

constinit const MvtCommand mvt_android_check_androidqf = {
    "check-androidqf", kAcquisition, kAcquisitionModules, kNestedModules, kColumn};
constinit const MvtCommand mvt_android_check_iocs = {
    "check-iocs", {}, kAcquisitionModules, kNestedModules, kColumn};
constinit const MvtCommand mvt_android_check_bugreport = {
    "check-bugreport", kReport, kReportModules, {}, kColumn};
constinit const MvtCommand mvt_android_check_backup = {
    "check-backup", kBackup, kBackupModules, {}, kColumn};
constinit const MvtCommand mvt_android_check_intrusion_logs = {
    "check-intrusion-logs", kLogs, kLogModules, {}, kColumn};

}  // namespace bridle
