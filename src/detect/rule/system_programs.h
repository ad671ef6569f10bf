// Programs of the system that stand in DataUsage.sqlite without the name of an app.
#pragma once

#include <algorithm>
#include <string_view>

#include "detect/rule.h"

namespace bridle {

// On two public phones, of iOS 14 and 15, 409 of 411 programs of DataUsage.sqlite have an app's
// name; both others are CumulativeUsageTracker. The list is for older systems, and for those whose
// names forums and issues tell (mvt issue 103, triangle_check): the programs without an app in
// netusage.sqlite of the second phone (plaso's test data), which keeps more of them. Sorted.
inline constexpr std::string_view kSystemPrograms[] = {
    "AppleCredentialManagerDaemon",
    "AssetCacheLocatorService",
    "BackupAgent2",
    "CategoriesService",
    "CommCenter",
    "CommCenterMobileHelper",
    "CumulativeUsageTracker",
    "DPSubmissionService",
    "EnforcementService",
    "FMIPClientXPCService",
    "IMRemoteURLConnectionAgent",
    "IMTransferAgent",
    "NPKCompanionAgent",
    "OTACrashCopier",
    "UserEventAgent",
    "_wifiassist_",
    "accountsd",
    "adprivacyd",
    "akd",
    "amsaccountsd",
    "amsengagementd",
    "appstored",
    "apsd",
    "assetsd",
    "assistant_service",
    "assistantd",
    "atc",
    "backupd",
    "bird",
    "bluetoothd",
    "bookassetd",
    "bookdatastored",
    "captiveagent",
    "clipserviced",
    "cloudd",
    "cloudpaird",
    "cloudphotod",
    "configd",
    "coreduetd",
    "coreidvd",
    "dataaccessd",
    "familycircled",
    "findmydeviced",
    "fitcored",
    "fmfd",
    "fmflocatord",
    "gamed",
    "geocorrectiond",
    "geod",
    "healthappd",
    "homed",
    "identityservicesd",
    "imagent",
    "ind",
    "intents_helper",
    "itunescloudd",
    "itunesstored",
    "kbd",
    "locationd",
    "mDNSResponder",
    "maild",
    "mapspushd",
    "mediaserverd",
    "mediasetupd",
    "mobileactivationd",
    "mobileassetd",
    "mstreamd",
    "nanomapscd",
    "nanoregistryd",
    "nanoweatherprefsd",
    "ndoagent",
    "neagent",
    "nehelper",
    "nesessionmanager",
    "networkserviceproxy",
    "nsurlsessiond",
    "online-auth-agent",
    "parsec-fbf",
    "parsecd",
    "passd",
    "passwordbreachd",
    "photoanalysisd",
    "promotedcontentd",
    "rapportd",
    "remindd",
    "routined",
    "rtcreportingd",
    "searchd",
    "searchpartyd",
    "securityd",
    "securityuploadd",
    "seld",
    "sharingd",
    "siriknowledged",
    "softwareupdated",
    "softwareupdateservicesd",
    "storebookkeeperd",
    "swcd",
    "syncdefaultsd",
    "timed",
    "tipsd",
    "transparencyd",
    "trustd",
    "vmd",
    "voiced",
    "watchlistd",
    "wifid",
    "wifivelocityd",
    "willowd",
};
static_assert(std::ranges::is_sorted(kSystemPrograms));

// Names are cut to 16 characters in some places.
constexpr bool is_system_program(std::string_view name) {
  constexpr std::size_t kCut = 16;
  const auto at = std::ranges::lower_bound(kSystemPrograms, name);
  if (at == std::end(kSystemPrograms)) return false;
  return *at == name || (name.size() == kCut && at->starts_with(name));
}

// Whether a record of ios_datausage_process names neither an app nor a program of the system: on
// ordinary phones next to none does.
inline bool is_unaccounted(const Record& r) {
  const auto name = r.text("process");
  return !name.empty() && r.text("app").empty() && name.find('/') == std::string_view::npos &&
         !name.starts_with("com.apple.") && !is_system_program(name);
}

}  // namespace bridle
