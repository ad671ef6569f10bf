// Pages opened in Firefox. places.db replaced the tables of browser.db; what is left in browser.db
// then is what pages said about themselves.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "AppDomainGroup-group.org.mozilla.ios.Firefox:profile.profile/places.db",
    "private/var/mobile/profile.profile/places.db",
    "private/var/mobile/Containers/Shared/AppGroup/*/profile.profile/places.db",
    "AppDomainGroup-group.org.mozilla.ios.Firefox:profile.profile/browser.db",
    "private/var/mobile/profile.profile/browser.db",
    "private/var/mobile/Containers/Shared/AppGroup/*/profile.profile/browser.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when", "v.at"},
    {"url", Kind::url, "the page", "s.url"},
    {"title", Kind::content, "its title", "s.title"},
    {"from_url", Kind::url, "the page before it", "f.url"},
    {"visit_type", Kind::number, "as stored; 1 link, 2 typed, 3 bookmark, 5 and 6 redirects",
     "v.kind"},
    {"local", Kind::number, "1 if opened on this phone, 0 if it came by sync", "v.local"},
};

constexpr Query kQueries[] = {
    {.from = "(SELECT id, unix_ms(visit_date) AS at, place_id AS site, visit_type AS kind, "
             "is_local AS local, from_visit AS source FROM moz_historyvisits) v LEFT JOIN "
             "moz_places s ON s.id = v.site LEFT JOIN moz_historyvisits fv ON fv.id = "
             "v.source LEFT JOIN moz_places f ON f.id = fv.place_id",
     .row = "v.id"},
    {.from = "(SELECT id, unix_us(date) AS at, siteID AS site, type AS kind, is_local AS "
             "local FROM visits) v LEFT JOIN history s ON s.id = v.site LEFT JOIN (SELECT "
             "NULL AS url) f",
     .row = "v.id"},
    {.from = "(SELECT id, text_time(created_at) AS at, NULL AS kind, NULL AS local FROM "
             "page_metadata) v LEFT JOIN (SELECT id, site_url AS url, title FROM "
             "page_metadata) s ON s.id = v.id LEFT JOIN (SELECT NULL AS url) f",
     .row = "v.id"},
};

}  // namespace

ARTEFACT(ios_firefox_history) = {
    .id = "ios_firefox_history",
    .title = "Pages visited in Firefox",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::visited,
    .parse = sqlite<kQueries, kFields>,
    .row = "id of moz_historyvisits, of visits or page_metadata in browser.db",
    .table = "moz_historyvisits",
};

}  // namespace bridle
