// Pages opened in Safari, and the redirects between them: a redirect from http to an unknown host
// within a second is how network injection shows.
//
// Times are seconds since 2001. redirect_source and redirect_destination are ids of other visits.

#include "artefact/ios/safari_history_store.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when", "apple_time(v.visit_time)"},
    {"url", Kind::url, "the page", "i.url"},
    {"title", Kind::content, "its title", "v.title"},
    {"redirect_from_url", Kind::url, "the page that redirected here", "si.url"},
    {"redirect_from_time", Kind::time, "when that was opened", "apple_time(s.visit_time)"},
    {"redirect_to_url", Kind::url, "the page that this one redirected to", "di.url"},
    {"redirect_to_time", Kind::time, "when that was opened", "apple_time(d.visit_time)"},
    {"redirect_from", Kind::number, "id of the visit that redirected here", "v.redirect_source"},
    {"redirect_to", Kind::number, "id of the visit that this one redirected to",
     "v.redirect_destination"},
    {"loaded", Kind::number, "1 if the page loaded", "v.load_successful"},
    {"posted", Kind::number, "1 if data was sent to it", "v.http_non_get"},
    {"synthesized", Kind::number, "1 if Safari added the visit itself", "v.synthesized"},
    {"origin", Kind::number, "0 on this phone, 1 by sync", "v.origin"},
    {"visits", Kind::number, "how often the page was opened", "i.visit_count"},
    {"item", Kind::number, "id of the page in history_items", "v.history_item"},
};

constexpr Query kQueries[] = {
    {.from = "history_visits v LEFT JOIN history_items i ON i.id = v.history_item LEFT JOIN "
             "history_visits s ON s.id = v.redirect_source LEFT JOIN history_items si ON "
             "si.id = s.history_item LEFT JOIN history_visits d ON d.id = "
             "v.redirect_destination LEFT JOIN history_items di ON di.id = d.history_item",
     .row = "v.id"},
};

}  // namespace

ARTEFACT(ios_safari_history) = {
    .id = "ios_safari_history",
    .title = "Pages visited in Safari",
    .reads = kSafariHistory,
    .fields = kFields,
    .trace = Trace::visited,
    .parse = sqlite<kQueries, kFields>,
    .expect = Expect::usual,
    .row = "id of history_visits",
    .table = "history_visits",
};

}  // namespace bridle
