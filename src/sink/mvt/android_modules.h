// MVT's modules for Android, by the file that holds their tables.
#pragma once

#include "sink/mvt/module.h"

namespace bridle {

// android_acquisition_modules.cc: AndroidQF's own files, and backups.
extern const MvtModule mvt_aqf_packages, mvt_aqf_processes, mvt_aqf_get_prop, mvt_aqf_settings,
    mvt_aqf_files, mvt_root_binaries, mvt_mounts, mvt_android_sms;

// android_service_modules.cc: what the services of a bugreport print.
extern const MvtModule mvt_dumpsys_accessibility, mvt_dumpsys_activities, mvt_dumpsys_receivers,
    mvt_dumpsys_appops, mvt_dumpsys_battery_daily, mvt_dumpsys_battery_history, mvt_dumpsys_dbinfo,
    mvt_dumpsys_platform_compat, mvt_dumpsys_adb_state;

// android_report_modules.cc: packages, and the report's other parts.
extern const MvtModule mvt_dumpsys_packages, mvt_dumpsys_get_prop, mvt_tombstones, mvt_processes,
    mvt_settings;

// android_intrusion_modules.cc
extern const MvtModule mvt_dns_event, mvt_connect_event, mvt_security_event;

// The two places that one artefact is read from: AndroidQF's files and the report's text.
bool is_own_file(const MvtRow& row);
bool is_report(const MvtRow& row);

}  // namespace bridle
