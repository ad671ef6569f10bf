// Icons that Chrome fetched for pages; they outlive the history.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "AppDomain-com.google.chrome.ios:Library/Application Support/Google/Chrome/*/Favicons",
    "private/var/mobile/Containers/Data/Application/*/Library/Application "
    "Support/Google/Chrome/*/Favicons",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when the icon was last fetched", "chrome_time(nullif(b.updated, 0))"},
    {"requested", Kind::time, "when it was last shown", "chrome_time(nullif(b.requested, 0))"},
    {"url", Kind::url, "the page", "m.page_url"},
    {"icon_url", Kind::url, "its icon", "f.url"},
};

constexpr Query kQueries[] = {
    {.from = "icon_mapping m LEFT JOIN favicons f ON f.id = m.icon_id LEFT JOIN (SELECT "
             "icon_id, max(last_updated) AS updated, max(last_requested) AS requested FROM "
             "favicon_bitmaps GROUP BY icon_id) b ON b.icon_id = m.icon_id",
     .row = "m.id"},
};

}  // namespace

ARTEFACT(ios_chrome_favicon) = {
    .id = "ios_chrome_favicon",
    .title = "Icons of pages in Chrome",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::visited,
    .parse = sqlite<kQueries, kFields>,
    .row = "id of icon_mapping",
    .table = "icon_mapping",
};

}  // namespace bridle
