// Sites whose pages sent the browser on to another site.

#include "artefact/ios/webkit_relations.h"

namespace bridle {
namespace {

constexpr Query kQueries[] = {
    {.from = "TopFrameUniqueRedirectsTo r LEFT JOIN ObservedDomains f ON f.domainID = "
             "r.sourceDomainID LEFT JOIN ObservedDomains t ON t.domainID = r.toDomainID",
     .row = "r.rowid"},
    kNoWebKitRelation,
};

}  // namespace

ARTEFACT(ios_webkit_redirects) = {
    .id = "ios_webkit_redirects",
    .title = "Redirects between sites",
    .reads = kWebKitObservations,
    .fields = kWebKitRelationFields,
    .trace = Trace::contacted,
    .parse = sqlite<kQueries, kWebKitRelationFields>,
    .row = "rowid of TopFrameUniqueRedirectsTo",
    .table = "TopFrameUniqueRedirectsTo",
};

}  // namespace bridle
