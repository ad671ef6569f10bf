// Pages shown inside pages of other sites.

#include "artefact/ios/webkit_relations.h"

namespace bridle {
namespace {

constexpr Query kQueries[] = {
    {.from = "SubframeUnderTopFrameDomains r LEFT JOIN ObservedDomains f ON f.domainID = "
             "r.topFrameDomainID LEFT JOIN ObservedDomains t ON t.domainID = "
             "r.subFrameDomainID",
     .row = "r.rowid"},
    kNoWebKitRelation,
};

}  // namespace

ARTEFACT(ios_webkit_frames) = {
    .id = "ios_webkit_frames",
    .title = "Sites shown in frames of other sites",
    .reads = kWebKitObservations,
    .fields = kWebKitRelationFields,
    .trace = Trace::contacted,
    .parse = sqlite<kQueries, kWebKitRelationFields>,
    .row = "rowid of SubframeUnderTopFrameDomains",
    .table = "SubframeUnderTopFrameDomains",
};

}  // namespace bridle
