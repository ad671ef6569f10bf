#include "sink/mvt/forms.h"
#include "sink/mvt/ios_modules.h"

namespace bridle {
namespace {

constexpr MvtKey kChromeVisit[] = {{"id", "", row_number},       {"url", "url"},
                                   {"visit_id", "", row_number}, {"timestamp", "time", chrome_time},
                                   {"isodate", "time"},          {"title", "title"},
                                   {"from_url", "from_url"}};
constexpr MvtEvent kChromeVisitEvents[] = {{"time", "visit"}};
constexpr MvtSource kChromeHistory[] = {{"ios_chrome_history", kChromeVisit, kChromeVisitEvents}};

constexpr MvtKey kChromeIcon[] = {{"url", "url"},
                                  {"icon_url", "icon_url"},
                                  {"timestamp", "time", chrome_time},
                                  {"isodate", "time"}};
constexpr MvtEvent kIconEvents[] = {{"time", "new_favicon"}};
constexpr MvtSource kChromeFavicon[] = {{"ios_chrome_favicon", kChromeIcon, kIconEvents}};

constexpr MvtKey kFirefoxVisit[] = {
    {"id", "", row_number}, {"isodate", "time"},          {"url", "url"},
    {"title", "title"},     {"i1000000s_local", "local"}, {"type", "visit_type"}};
constexpr MvtEvent kFirefoxEvents[] = {{"time", "firefox_history"}};
constexpr MvtSource kFirefoxHistory[] = {{"ios_firefox_history", kFirefoxVisit, kFirefoxEvents}};

constexpr MvtKey kFirefoxIcon[] = {{"id", "", row_number}, {"url", "icon_url"},
                                   {"width", "width"},     {"height", "height"},
                                   {"isodate", "time"},    {"history_url", "url"}};
constexpr MvtEvent kFirefoxIconEvents[] = {{"time", "firefox_favicon"}};
constexpr MvtSource kFirefoxFavicon[] = {{"ios_firefox_favicon", kFirefoxIcon, kFirefoxIconEvents}};

constexpr MvtKey kSafariVisit[] = {{"id", "item"},
                                   {"url", "url"},
                                   {"visit_id", "", row_number},
                                   {"timestamp", "time", apple_time},
                                   {"isodate", "time"},
                                   {"redirect_source", "redirect_from"},
                                   {"redirect_destination", "redirect_to"},
                                   {"title", "title"},
                                   {"redirect_source_url", "redirect_from_url"},
                                   {"redirect_destination_url", "redirect_to_url"},
                                   {"safari_history_db", "", stored_path}};
constexpr MvtEvent kSafariEvents[] = {{"time", "safari_history"}};
constexpr MvtSource kSafariHistory[] = {{"ios_safari_history", kSafariVisit, kSafariEvents}};

// A tab shows the address of its page unless the store says otherwise.
void shown_url(MvtMembers& out, const MvtRow& row, std::string_view field) {
  as_it_is(out, row, row.text(field).empty() ? "url" : field);
}
constexpr MvtKey kTab[] = {{"tab_title", "title"},
                           {"tab_url", "url"},
                           {"tab_visible_url", "shown_url", shown_url},
                           {"last_viewed_timestamp", "time"},
                           {"session_links", "session", links_in},
                           {"tab_uuid", "uuid"},
                           {"private", "private", yes_no},
                           {"safari_browser_state_db", "", stored_path}};
constexpr MvtEvent kTabEvents[] = {{"time", "tab"}};
constexpr MvtSource kBrowserState[] = {{"ios_safari_browser_state", kTab, kTabEvents}};

constexpr MvtKey kSite[] = {{"domain_id", "", row_number},
                            {"registrable_domain", "domain"},
                            {"last_seen", "time", unix_time},
                            {"had_user_interaction", "had_interaction", yes_no},
                            {"last_seen_isodate", "time"},
                            {"most_recent_user_interaction_time", "interaction_time", unix_time},
                            {"most_recent_user_interaction_time_isodate", "interaction_time"},
                            {"most_recent_web_push_interaction_time", "push_time", unix_time},
                            {"most_recent_web_push_interaction_time_isodate", "push_time"},
                            {"domain", "", file_domain},
                            {"path", "", file_path}};
constexpr MvtEvent kSiteEvents[] = {{"time", "visit"}, {"interaction_time", "user_interaction"}};
constexpr MvtSource kSites[] = {{"ios_webkit_resource_load_statistics", kSite, kSiteEvents}};

constexpr MvtKey kOrigin[] = {{"index", "", row_number},
                              {"origin", "domain"},
                              {"user_interaction", "had_interaction", yes_no},
                              {"most_recent_interaction", "interaction_time"},
                              {"last_seen", "time"}};
constexpr MvtKey kOther[] = {{"domain", "other"}};
constexpr MvtList kRelations[] = {
    {.name = "redirect_source",
     .keys = kOther,
     .keep = [](const MvtRow& row) { return row.text("relation") == "redirected from"; }},
    {.name = "redirect_destination",
     .keys = kOther,
     .keep = [](const MvtRow& row) { return row.text("relation") == "redirected to"; }},
    {.name = "subframe_under_origin",
     .keys = kOther,
     .keep = [](const MvtRow& row) { return row.text("relation") == "in a frame of"; }},
    {.name = "subresource_under_origin", .keys = kOther, .keep = [](const MvtRow& row) {
       return row.text("relation") == "loaded by";
     }}};
constexpr MvtEvent kOriginEvents[] = {{"time", "resource_last_seen"}};
constexpr MvtSource kResourceLog[] = {{.artefact = "ios_webkit_session_resource_log",
                                       .keys = kOrigin,
                                       .events = kOriginEvents,
                                       .lists = kRelations}};

}  // namespace

constinit const MvtModule mvt_chrome_history = {"ChromeHistory", "chrome_history", kChromeHistory};
constinit const MvtModule mvt_chrome_favicon = {"ChromeFavicon", "chrome_favicon", kChromeFavicon};
constinit const MvtModule mvt_firefox_history = {"FirefoxHistory", "firefox_history",
                                                 kFirefoxHistory};
constinit const MvtModule mvt_firefox_favicon = {"FirefoxFavicon", "firefox_favicon",
                                                 kFirefoxFavicon};
constinit const MvtModule mvt_safari_history = {"SafariHistory", "safari_history", kSafariHistory};
constinit const MvtModule mvt_safari_browser_state = {"SafariBrowserState", "safari_browser_state",
                                                      kBrowserState};
constinit const MvtModule mvt_webkit_resource_load_statistics = {
    "WebkitResourceLoadStatistics", "webkit_resource_load_statistics", kSites};
constinit const MvtModule mvt_webkit_session_resource_log = {
    "WebkitSessionResourceLog", "webkit_session_resource_log", kResourceLog, MvtShape::by_file};

}  // namespace bridle
