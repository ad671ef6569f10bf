// Sites that a page was reached from by redirect; kept apart from the opposite list.

#include "artefact/ios/webkit_relations.h"

namespace bridle {
namespace {

constexpr Query kQueries[] = {
    {.from = "TopFrameUniqueRedirectsFrom r LEFT JOIN ObservedDomains f ON f.domainID = "
             "r.fromDomainID LEFT JOIN ObservedDomains t ON t.domainID = r.targetDomainID",
     .row = "r.rowid"},
    kNoWebKitRelation,
};

}  // namespace

ARTEFACT(ios_webkit_redirects_from) = {
    .id = "ios_webkit_redirects_from",
    .title = "Redirects between sites, seen from their end",
    .reads = kWebKitObservations,
    .fields = kWebKitRelationFields,
    .trace = Trace::contacted,
    .parse = sqlite<kQueries, kWebKitRelationFields>,
    .row = "rowid of TopFrameUniqueRedirectsFrom",
    .table = "TopFrameUniqueRedirectsFrom",
};

}  // namespace bridle
