// The programs of netusage.sqlite; gaps between their numbers are removed programs.

#include "artefact/ios/network_usage.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "private/var/networkd/netusage.sqlite",
    "private/var/networkd/db/netusage.sqlite",
};

}  // namespace

ARTEFACT(ios_netusage_process) = {
    .id = "ios_netusage_process",
    .title = "Programs that used the network, as the network daemon counts it",
    .reads = kReads,
    .fields = kNetworkProcessFields,
    .trace = Trace::ran,
    .parse = sqlite<kNetworkProcess, kNetworkProcessFields>,
    .row = "Z_PK of ZPROCESS",
    .table = "ZPROCESS",
};

}  // namespace bridle
