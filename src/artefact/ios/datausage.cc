// Which programs used the network, and when: implants stood here under their process names, and
// rows without a process are what is left where somebody removed one.

#include "artefact/ios/network_usage.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "WirelessDomain:Library/Databases/DataUsage.sqlite",
    "private/var/wireless/Library/Databases/DataUsage.sqlite",
};

}  // namespace

ARTEFACT(ios_datausage) = {
    .id = "ios_datausage",
    .title = "Network use of programs",
    .reads = kReads,
    .fields = kNetworkUsageFields,
    .trace = Trace::ran,
    .parse = sqlite<kNetworkUsage, kNetworkUsageFields>,
    .expect = Expect::core,
    .row = "Z_PK of ZLIVEUSAGE",
    .table = "ZLIVEUSAGE",
};

}  // namespace bridle
