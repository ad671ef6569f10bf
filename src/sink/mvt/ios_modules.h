// MVT's modules for iOS, by the file that holds their tables.
#pragma once

#include "sink/mvt/module.h"

namespace bridle {

// ios_backup_modules.cc: what only a backup has.
extern const MvtModule mvt_backup_info, mvt_configuration_profiles, mvt_manifest,
    mvt_profile_events;

// ios_message_modules.cc: who wrote to whom, and who called.
extern const MvtModule mvt_calls, mvt_contacts, mvt_sms, mvt_sms_attachments, mvt_id_status_cache,
    mvt_interaction_c, mvt_calendar;

// ios_whatsapp_modules.cc
extern const MvtModule mvt_whatsapp, mvt_whatsapp_contacts;

// ios_web_modules.cc: what was opened.
extern const MvtModule mvt_chrome_favicon, mvt_chrome_history, mvt_firefox_favicon,
    mvt_firefox_history, mvt_safari_browser_state, mvt_safari_history,
    mvt_webkit_resource_load_statistics, mvt_webkit_session_resource_log;

// ios_app_modules.cc: apps and programs, and the system's settings.
extern const MvtModule mvt_locationd_clients, mvt_os_analytics_ad_daily, mvt_datausage,
    mvt_netusage, mvt_tcc, mvt_shortcuts, mvt_applications, mvt_global_preferences, mvt_filesystem;

}  // namespace bridle
