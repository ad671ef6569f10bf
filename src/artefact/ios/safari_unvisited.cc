// Addresses whose visits are gone: removed, or never written.

#include "artefact/ios/safari_history_store.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"url", Kind::url, "the page", "i.url"},
    {"visits", Kind::number, "how often Safari counted it", "i.visit_count"},
    {"domain", Kind::text, "the host in short", "i.domain_expansion"},
};

constexpr Query kQueries[] = {
    {.from = "history_items i LEFT JOIN (SELECT history_item, count(*) AS n FROM "
             "history_visits GROUP BY history_item) v ON v.history_item = i.id WHERE v.n IS "
             "NULL",
     .row = "i.id"},
};

}  // namespace

ARTEFACT(ios_safari_unvisited) = {
    .id = "ios_safari_unvisited",
    .title = "Pages in Safari's history without a visit",
    .reads = kSafariHistory,
    .fields = kFields,
    .trace = Trace::visited,
    .parse = sqlite<kQueries, kFields>,
    .row = "id of history_items",
    .table = "history_items",
};

}  // namespace bridle
