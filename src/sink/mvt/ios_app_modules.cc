#include "base/text.h"
#include "sink/mvt/forms.h"
#include "sink/mvt/ios_modules.h"

namespace bridle {
namespace {

// True for a client that is registered, and the program's path where the list has one.
void registered(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const std::string_view text = row.text(field);
  if (text == "true" || text == "false")
    out.boolean(text == "true");
  else
    as_it_is(out, row, field);
}
constexpr MvtKey kClient[] = {{"package", "client"},
                              {"BundleId", "app"},
                              {"BundlePath", "bundle_path"},
                              {"Executable", "executable"},
                              {"Registered", "registered", registered},
                              {"Authorization", "authorization"},
                              {"LocationTimeStopped", "location"},
                              {"BackgroundLocationTimeStopped", "background"},
                              {"ReceivingLocationInformationTimeStopped", "receiving"},
                              {"SignificantTimeStopped", "significant"},
                              {"NonPersistentSignificantTimeStopped", "significant_once"},
                              {"FenceTimeStopped", "fence"},
                              {"BeaconRegionTimeStopped", "beacon"},
                              {"VisitTimeStopped", "visit"},
                              {"ConsumptionPeriodBegin", "consuming"}};
constexpr MvtEvent kClientEvents[] = {{"location", "LocationTimeStopped"},
                                      {"background", "BackgroundLocationTimeStopped"},
                                      {"receiving", "ReceivingLocationInformationTimeStopped"},
                                      {"significant", "SignificantTimeStopped"},
                                      {"significant_once", "NonPersistentSignificantTimeStopped"},
                                      {"fence", "FenceTimeStopped"},
                                      {"beacon", "BeaconRegionTimeStopped"},
                                      {"visit", "VisitTimeStopped"},
                                      {"consuming", "ConsumptionPeriodBegin"}};
constexpr MvtSource kClients[] = {{"ios_locationd_clients", kClient, kClientEvents}};

constexpr MvtKey kDaily[] = {{"package", "process"}, {"ts", "time"},
                             {"wifi_in", "wifi_in"}, {"wifi_out", "wifi_out"},
                             {"wwan_in", "wwan_in"}, {"wwan_out", "wwan_out"}};
constexpr MvtEvent kDailyEvents[] = {{"time", "osanalytics_addaily"}};
constexpr MvtSource kAddaily[] = {{"ios_osanalytics_addaily", kDaily, kDailyEvents}};

constexpr MvtKey kUsage[] = {{"first_isodate", "first_seen"}, {"isodate", "last_seen"},
                             {"proc_name", "process"},        {"bundle_id", "app"},
                             {"proc_id", "process_id"},       {"wifi_in", "wifi_in"},
                             {"wifi_out", "wifi_out"},        {"wwan_in", "wwan_in"},
                             {"wwan_out", "wwan_out"},        {"live_id", "", row_number},
                             {"live_proc_id", "process_id"},  {"live_isodate", "time"},
                             {"orphan", "orphan", yes_no}};
constexpr MvtEvent kUsageEvents[] = {
    {"time", "live_usage"}, {"first_seen", "first_usage"}, {"last_seen", "current_usage"}};
// Programs for which no use is kept: MVT gives them the time of the first use as their own.
constexpr MvtKey kUnused[] = {{"first_isodate", "first_seen"},
                              {"isodate", "last_seen"},
                              {"proc_name", "process"},
                              {"bundle_id", "app"},
                              {"proc_id", "", row_number},
                              {"wifi_in", ""},
                              {"wifi_out", ""},
                              {"wwan_in", ""},
                              {"wwan_out", ""},
                              {"live_id", ""},
                              {"live_proc_id", ""},
                              {"live_isodate", "first_seen"},
                              {"previous_proc_id", "previous_pk"}};
constexpr MvtEvent kUnusedEvents[] = {{"first_seen", "first_usage"},
                                      {"last_seen", "current_usage"}};
constexpr auto kWithoutUse = [](const MvtRow& row) {
  return row.number("usages").value_or(0) == 0;
};
constexpr MvtSource kDatausage[] = {{"ios_datausage", kUsage, kUsageEvents},
                                    {.artefact = "ios_datausage_process",
                                     .keys = kUnused,
                                     .events = kUnusedEvents,
                                     .keep = kWithoutUse}};
constexpr MvtSource kNetusage[] = {{"ios_netusage", kUsage, kUsageEvents},
                                   {.artefact = "ios_netusage_process",
                                    .keys = kUnused,
                                    .events = kUnusedEvents,
                                    .keep = kWithoutUse}};

void client_type(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  out.text(row.text("path").empty() ? "bundle_id" : "absolute_path");
}
constexpr MvtKey kGrant[] = {{"service", "service"},           {"client", "client"},
                             {"client_type", "", client_type}, {"auth_value", "answer"},
                             {"auth_reason_desc", "reason"},   {"prompt_count", "prompts"},
                             {"last_modified", "time"}};
constexpr MvtEvent kGrantEvents[] = {{"time", "AccessRequest"}};
constexpr MvtSource kTcc[] = {{"ios_tcc", kGrant, kGrantEvents}};

constexpr MvtKey kShortcut[] = {{"shortcut_id", "", row_number},
                                {"shortcut_name", "name"},
                                {"isodate", "created"},
                                {"modified_date", "modified"},
                                {"last_run_date", "last_run"},
                                {"description", "description"},
                                {"action_urls", "actions", links_in}};
constexpr MvtEvent kShortcutEvents[] = {{"created", "shortcut_created"},
                                        {"modified", "shortcut_modified"}};
constexpr MvtSource kShortcuts[] = {{"ios_shortcuts", kShortcut, kShortcutEvents}};

// As the store's own record has it: "2026-01-09T03:10:11Z".
void store_time(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto t = row.time(field))
    out.text(iso8601(*t).substr(0, 19) + "Z");
  else
    out.null();
}
constexpr MvtKey kApp[] = {
    {"name", "app"},
    {"softwareVersionBundleId", "metadata_app",
     [](MvtMembers& out, const MvtRow& row, std::string_view field) {
       const bool said = !row.text(field).empty();
       if (said || row.number("has_metadata").value_or(0) != 0)
         as_it_is(out, row, said ? field : "app");
       else
         out.null();
     }},
    {"itemName", "name"},
    {"artistName", "artist"},
    {"bundleShortVersionString", "version"},
    {"sourceApp", "source"},
    {"com.apple.iTunesStore.downloadInfo/purchaseDate", "purchased", store_time},
    {"isodate", "purchased"},
    {"icon_sha256", "icon_sha256"}};
constexpr MvtEvent kAppEvents[] = {{"purchased", "app_installed"}};
constexpr MvtSource kApplications[] = {{"ios_applications", kApp, kAppEvents}};

bool is_nested(const MvtRow& row) {
  return contains(row.text("key"), "/");
}
void top_key(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const std::string_view key = row.text(field);
  out.text(key.substr(0, key.find('/')));
}
void plist_value(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const std::string_view text = row.text(field);
  if (text == "true" || text == "false")
    out.boolean(text == "true");
  else
    as_it_is(out, row, field);
}
constexpr MvtKey kPreference[] = {{"entry", "key"}, {"value", "value", plist_value}};
constexpr MvtKey kOuterPreference[] = {{"entry", "key", top_key}};
constexpr MvtKey kInnerValue[] = {{"", "value", plist_value}};
constexpr MvtList kInnerValues[] = {{.name = "value", .keys = kInnerValue}};
constexpr MvtSource kPreferences[] = {{.artefact = "ios_global_preferences",
                                       .keys = kPreference,
                                       .keep = [](const MvtRow& row) { return !is_nested(row); }},
                                      {.artefact = "ios_global_preferences",
                                       .keys = kOuterPreference,
                                       .lists = kInnerValues,
                                       .keep = is_nested}};

// MVT tells paths from the folder of the dump on.
void path_in_dump(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const std::string_view path = row.text(field);
  out.text(path.substr(path.starts_with('/') ? 1 : 0));
}
constexpr MvtKey kPath[] = {
    {"path", "path", path_in_dump}, {"modified", "modified"}, {"size", "size"}};
constexpr MvtEvent kPathEvents[] = {{"modified", "entry_modified"}};
constexpr MvtSource kFilesystem[] = {{"ios_filesystem", kPath, kPathEvents}};

}  // namespace

constinit const MvtModule mvt_locationd_clients = {"LocationdClients", "locationd_clients",
                                                   kClients, MvtShape::list, "HIGH"};
constinit const MvtModule mvt_os_analytics_ad_daily = {"OSAnalyticsADDaily",
                                                       "os_analytics_ad_daily", kAddaily};
constinit const MvtModule mvt_datausage = {"Datausage", "datausage", kDatausage};
constinit const MvtModule mvt_netusage = {"Netusage", "netusage", kNetusage};
constinit const MvtModule mvt_tcc = {"TCC", "tcc", kTcc};
constinit const MvtModule mvt_shortcuts = {"Shortcuts", "shortcuts", kShortcuts};
constinit const MvtModule mvt_applications = {"Applications", "applications", kApplications};
constinit const MvtModule mvt_global_preferences = {"GlobalPreferences", "global_preferences",
                                                    kPreferences};
constinit const MvtModule mvt_filesystem = {"Filesystem", "filesystem", kFilesystem, MvtShape::list,
                                            "HIGH"};

}  // namespace bridle
