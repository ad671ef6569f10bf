// Tabs as Safari left them, with the pages that each had opened before.
//
// session_data is a property list after a header of 4 bytes, before iOS 12 in `tabs` itself.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:Library/Safari/BrowserState.db",
    "private/var/mobile/Library/Safari/BrowserState.db",
    "private/var/mobile/Containers/Data/Application/*/Library/Safari/BrowserState.db",
    "*:Library/Safari/Profiles/*/BrowserState.db",
    "private/var/mobile/Library/Safari/Profiles/*/BrowserState.db",
    "private/var/mobile/Containers/Data/Application/*/Library/Safari/Profiles/*/BrowserState.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was last looked at", "apple_time0(t.last_viewed_time)"},
    {"url", Kind::url, "the page", "t.url"},
    {"shown_url", Kind::url, "its address as shown", "nullif(t.user_visible_url, t.url)"},
    {"title", Kind::content, "its title", "t.title"},
    {"session", Kind::content, "pages opened in it before, with their titles",
     "plist_text(s.session_data)"},
    {"private", Kind::number, "1 if a private tab", "t.private_browsing", Need::sometimes},
    {"from_link", Kind::number, "1 if a link opened it", "t.opened_from_link", Need::sometimes},
    {"uuid", Kind::text, "its id", "t.uuid"},
};

constexpr Query kQueries[] = {
    {.from = "tabs t LEFT JOIN (SELECT tab_uuid, session_data, max(id) AS last FROM "
             "tab_sessions GROUP BY tab_uuid) s ON s.tab_uuid = t.uuid",
     .row = "t.id"},
    // Up to iOS 11.
    {.from = "tabs t LEFT JOIN (SELECT id, session_data FROM tabs) s ON s.id = t.id",
     .row = "t.id"},
};

}  // namespace

ARTEFACT(ios_safari_browser_state) = {
    .id = "ios_safari_browser_state",
    .title = "Open pages in Safari",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::visited,
    .parse = sqlite<kQueries, kFields>,
    .row = "id of tabs",
    .table = "tabs",
};

}  // namespace bridle
