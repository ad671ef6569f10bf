// observations.db of WebKit: ObservedDomains has a row for each site, and four lists say how one
// site stands to another. Apps have a file of their own each.
#pragma once

#include "artefact/sqlite.h"

namespace bridle {

inline constexpr std::string_view kWebKitObservations[] = {
    "*:Library/WebKit/**/observations.db",
    "*:SystemData/**/observations.db",
    "private/var/mobile/**/WebKit/**/observations.db",
};

// For queries that call a list r, and the rows of its two sites f and t.
inline constexpr Field kWebKitRelationFields[] = {
    {"from", Kind::domain, "the site of the page", "f.registrableDomain"},
    {"to", Kind::domain, "the site that it led to, showed or loaded from", "t.registrableDomain"},
    {"time", Kind::time, "when that was last noted",
     "CASE WHEN r.lastUpdated > 0 THEN unix_time(r.lastUpdated) END", Need::sometimes},
    {"from_time", Kind::time, "when the first site was last seen",
     "CASE WHEN f.lastSeen > 0 THEN unix_time(f.lastSeen) END"},
    {"to_time", Kind::time, "when the second site was last seen",
     "CASE WHEN t.lastSeen > 0 THEN unix_time(t.lastSeen) END"},
};

// Of a database from before there was such a list: no rows, and nothing is amiss.
inline constexpr Query kNoWebKitRelation = {
    .from =
        "(SELECT domainID AS rowid, NULL AS lastUpdated FROM ObservedDomains WHERE 0) r "
        "LEFT JOIN ObservedDomains f ON 0 LEFT JOIN ObservedDomains t ON 0",
    .row = "r.rowid"};

}  // namespace bridle
