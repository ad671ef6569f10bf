// A second, independent count of what DataUsage.sqlite holds; only a full file system has it.

#include "artefact/ios/network_usage.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "private/var/networkd/netusage.sqlite",
    "private/var/networkd/db/netusage.sqlite",
};

}  // namespace

ARTEFACT(ios_netusage) = {
    .id = "ios_netusage",
    .title = "Network use of programs, as the network daemon counts it",
    .reads = kReads,
    .fields = kNetworkUsageFields,
    .trace = Trace::ran,
    .parse = sqlite<kNetworkUsage, kNetworkUsageFields>,
    .row = "Z_PK of ZLIVEUSAGE",
    .table = "ZLIVEUSAGE",
};

}  // namespace bridle
