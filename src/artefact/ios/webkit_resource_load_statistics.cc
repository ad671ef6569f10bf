// Every site that pages in Safari and in apps loaded something from: it outlives the history.

#include "artefact/ios/webkit_relations.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was last seen",
     "CASE WHEN o.lastSeen > 0 THEN unix_time(o.lastSeen) END"},
    {"domain", Kind::domain, "the site", "o.registrableDomain"},
    {"interaction_time", Kind::time, "when the owner last touched one of its pages",
     "CASE WHEN o.mostRecentUserInteractionTime > 0 THEN "
     "unix_time(o.mostRecentUserInteractionTime) END"},
    {"push_time", Kind::time, "when it last sent a web push",
     "CASE WHEN o.mostRecentWebPushInteractionTime > 0 THEN "
     "unix_time(o.mostRecentWebPushInteractionTime) END",
     Need::sometimes},
    {"had_interaction", Kind::number, "1 if the owner ever touched a page of it",
     "o.hadUserInteraction"},
    {"prevalent", Kind::number, "1 if WebKit takes it for a tracker", "o.isPrevalent",
     Need::sometimes},
    {"removed", Kind::number, "how often its data were removed", "o.dataRecordsRemoved",
     Need::sometimes},
    {"first_party", Kind::number, "how often it was opened itself",
     "o.timesAccessedAsFirstPartyDueToUserInteraction", Need::sometimes},
    {"grandfathered", Kind::number, "1 if seen before WebKit counted", "o.grandfathered",
     Need::sometimes},
};

constexpr Query kQueries[] = {
    {.from = "ObservedDomains o", .row = "o.domainID"},
};

}  // namespace

ARTEFACT(ios_webkit_resource_load_statistics) = {
    .id = "ios_webkit_resource_load_statistics",
    .title = "Sites that web views loaded",
    .reads = kWebKitObservations,
    .fields = kFields,
    .trace = Trace::contacted,
    .parse = sqlite<kQueries, kFields>,
    .expect = Expect::usual,
    .row = "domainID of ObservedDomains",
    .table = "ObservedDomains",
};

}  // namespace bridle
