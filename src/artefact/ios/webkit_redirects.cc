// Sites whose pages sent the browser on to another site.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:Library/WebKit/**/observations.db",
    "*:SystemData/**/observations.db",
    "private/var/mobile/**/WebKit/**/observations.db",
};

constexpr Field kFields[] = {
    {"from", Kind::domain, "the site that redirected", "f.registrableDomain"},
    {"to", Kind::domain, "the site that it led to", "t.registrableDomain"},
    {"time", Kind::time, "when that was last noted",
     "CASE WHEN r.lastUpdated > 0 THEN unix_time(r.lastUpdated) END", Need::sometimes},
    {"from_time", Kind::time, "when the first site was last seen",
     "CASE WHEN f.lastSeen > 0 THEN unix_time(f.lastSeen) END"},
    {"to_time", Kind::time, "when the second site was last seen",
     "CASE WHEN t.lastSeen > 0 THEN unix_time(t.lastSeen) END"},
};

constexpr Query kQueries[] = {
    {.from = "TopFrameUniqueRedirectsTo r LEFT JOIN ObservedDomains f ON f.domainID = "
             "r.sourceDomainID LEFT JOIN ObservedDomains t ON t.domainID = r.toDomainID",
     .row = "r.rowid"},
    // Before there was such a list.
    {.from = "(SELECT domainID AS rowid, NULL AS sourceDomainID, NULL AS toDomainID, NULL AS "
             "lastUpdated FROM ObservedDomains WHERE 0) r LEFT JOIN ObservedDomains f ON "
             "f.domainID = r.sourceDomainID LEFT JOIN ObservedDomains t ON t.domainID = "
             "r.toDomainID",
     .row = "r.rowid"},
};

}  // namespace

ARTEFACT(ios_webkit_redirects) = {
    .id = "ios_webkit_redirects",
    .title = "Redirects between sites",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::contacted,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of TopFrameUniqueRedirectsTo",
    .table = "TopFrameUniqueRedirectsTo",
};

}  // namespace bridle
