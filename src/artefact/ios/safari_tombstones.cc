// What the owner, or something else, removed from the history: Safari tells other devices by these
// marks.

#include "artefact/ios/safari_history_store.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"start", Kind::time, "begin of the span that was removed", "apple_time0(t.start_time)"},
    {"end", Kind::time, "its end", "apple_time0(t.end_time)"},
    {"url", Kind::url, "the page, if only one was removed", "bytes_text(t.url)"},
    {"generation", Kind::number, "of the history", "t.generation"},
};

constexpr Query kQueries[] = {
    {.from = "history_tombstones t", .row = "t.id"},
    // Before there were tombstones.
    {.from = "(SELECT id, NULL AS start_time, NULL AS end_time, NULL AS url, NULL AS "
             "generation FROM history_visits WHERE 0) t",
     .row = "t.id"},
};

}  // namespace

ARTEFACT(ios_safari_tombstones) = {
    .id = "ios_safari_tombstones",
    .title = "Pages removed from Safari's history",
    .reads = kSafariHistory,
    .fields = kFields,
    .trace = Trace::visited,
    .parse = sqlite<kQueries, kFields>,
    .row = "id of history_tombstones",
    .table = "history_tombstones",
};

}  // namespace bridle
