// Pages that the owner kept, and the reading list with the first lines of each page.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:Library/Safari/Bookmarks.db",
    "private/var/mobile/Library/Safari/Bookmarks.db",
    "private/var/mobile/Containers/Data/Application/*/Library/Safari/Bookmarks.db",
};

constexpr Field kFields[] = {
    {"url", Kind::url, "the page", "b.url"},
    {"title", Kind::content, "its title, or the folder's name", "b.title"},
    {"modified", Kind::time, "when it was last changed", "apple_time0(b.last_modified)",
     Need::sometimes},
    {"parent", Kind::number, "id of its folder", "b.parent"},
    {"is_folder", Kind::number, "1 for a folder", "b.type"},
    {"deleted", Kind::number, "1 if removed", "b.deleted", Need::sometimes},
    {"extra", Kind::content, "texts of its attributes: preview, times",
     "plist_text(b.extra_attributes)", Need::sometimes},
    {"uuid", Kind::text, "its id", "b.external_uuid"},
};

constexpr Query kQueries[] = {
    {.from = "bookmarks b", .row = "b.id"},
};

}  // namespace

ARTEFACT(ios_safari_bookmarks) = {
    .id = "ios_safari_bookmarks",
    .title = "Bookmarks in Safari",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .row = "id of bookmarks",
    .table = "bookmarks",
};

}  // namespace bridle
