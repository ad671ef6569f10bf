// What pages loaded from elsewhere: an injected page loads its exploit so.

#include "artefact/ios/webkit_relations.h"

namespace bridle {
namespace {

constexpr Query kQueries[] = {
    {.from = "SubresourceUnderTopFrameDomains r LEFT JOIN ObservedDomains f ON f.domainID = "
             "r.topFrameDomainID LEFT JOIN ObservedDomains t ON t.domainID = "
             "r.subresourceDomainID",
     .row = "r.rowid"},
    kNoWebKitRelation,
};

}  // namespace

ARTEFACT(ios_webkit_third_parties) = {
    .id = "ios_webkit_third_parties",
    .title = "Sites loaded by pages of other sites",
    .reads = kWebKitObservations,
    .fields = kWebKitRelationFields,
    .trace = Trace::contacted,
    .parse = sqlite<kQueries, kWebKitRelationFields>,
    .row = "rowid of SubresourceUnderTopFrameDomains",
    .table = "SubresourceUnderTopFrameDomains",
};

}  // namespace bridle
