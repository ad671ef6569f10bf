// What pages loaded from elsewhere: an injected page loads its exploit so.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:Library/WebKit/**/observations.db",
    "*:SystemData/**/observations.db",
    "private/var/mobile/**/WebKit/**/observations.db",
};

constexpr Field kFields[] = {
    {"from", Kind::domain, "the site of the page", "f.registrableDomain"},
    {"to", Kind::domain, "the site that something was loaded from", "t.registrableDomain"},
    {"time", Kind::time, "when that was last noted",
     "CASE WHEN r.lastUpdated > 0 THEN unix_time(r.lastUpdated) END", Need::sometimes},
    {"from_time", Kind::time, "when the first site was last seen",
     "CASE WHEN f.lastSeen > 0 THEN unix_time(f.lastSeen) END"},
    {"to_time", Kind::time, "when the second site was last seen",
     "CASE WHEN t.lastSeen > 0 THEN unix_time(t.lastSeen) END"},
};

constexpr Query kQueries[] = {
    {.from = "SubresourceUnderTopFrameDomains r LEFT JOIN ObservedDomains f ON f.domainID = "
             "r.topFrameDomainID LEFT JOIN ObservedDomains t ON t.domainID = "
             "r.subresourceDomainID",
     .row = "r.rowid"},
    // Before there was such a list.
    {.from = "(SELECT domainID AS rowid, NULL AS topFrameDomainID, NULL AS "
             "subresourceDomainID, NULL AS lastUpdated FROM ObservedDomains WHERE 0) r LEFT "
             "JOIN ObservedDomains f ON f.domainID = r.topFrameDomainID LEFT JOIN "
             "ObservedDomains t ON t.domainID = r.subresourceDomainID",
     .row = "r.rowid"},
};

}  // namespace

ARTEFACT(ios_webkit_third_parties) = {
    .id = "ios_webkit_third_parties",
    .title = "Sites loaded by pages of other sites",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::contacted,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of SubresourceUnderTopFrameDomains",
    .table = "SubresourceUnderTopFrameDomains",
};

}  // namespace bridle
