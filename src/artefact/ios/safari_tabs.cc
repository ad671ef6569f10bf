// Tabs and tab groups, which newer systems keep in the form of bookmarks.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:Library/Safari/SafariTabs.db",
    "private/var/mobile/Library/Safari/SafariTabs.db",
    "private/var/mobile/Containers/Data/Application/*/Library/Safari/SafariTabs.db",
};

constexpr Field kFields[] = {
    {"url", Kind::url, "the page", "b.url"},
    {"title", Kind::content, "its title, or the group's name", "b.title"},
    {"modified", Kind::time, "when it was last changed", "apple_time0(b.last_modified)"},
    {"closed", Kind::time, "when it was closed", "apple_time0(b.date_closed)", Need::sometimes},
    {"uuid", Kind::text, "its id", "b.external_uuid"},
    {"parent", Kind::number, "id of its group", "b.parent"},
    {"is_group", Kind::number, "1 for a group", "b.type"},
    {"extra", Kind::content, "texts of its attributes", "plist_text(b.extra_attributes)",
     Need::sometimes},
    {"local", Kind::content, "texts of what only this phone knows of it",
     "plist_text(b.local_attributes)", Need::sometimes},
};

constexpr Query kQueries[] = {
    {.from = "bookmarks b", .row = "b.id"},
};

}  // namespace

ARTEFACT(ios_safari_tabs) = {
    .id = "ios_safari_tabs",
    .title = "Open pages in Safari, iOS 15 and later",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::visited,
    .parse = sqlite<kQueries, kFields>,
    .row = "id of bookmarks",
    .table = "bookmarks",
};

}  // namespace bridle
