// Every program that ever used the network, with its first and last time. Numbers are given in
// turn, so a gap between them is a removed program.

#include "artefact/ios/network_usage.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "WirelessDomain:Library/Databases/DataUsage.sqlite",
    "private/var/wireless/Library/Databases/DataUsage.sqlite",
};

}  // namespace

ARTEFACT(ios_datausage_process) = {
    .id = "ios_datausage_process",
    .title = "Programs that used the network",
    .reads = kReads,
    .fields = kNetworkProcessFields,
    .trace = Trace::ran,
    .parse = sqlite<kNetworkProcess, kNetworkProcessFields>,
    .expect = Expect::usual,
    .row = "Z_PK of ZPROCESS",
    .table = "ZPROCESS",
};

}  // namespace bridle
