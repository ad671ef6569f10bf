// Wi-Fi networks that the phone joined, and when.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "SystemPreferencesDomain:com.apple.wifi.known-networks.plist",
    "SystemPreferencesDomain:SystemConfiguration/com.apple.wifi.plist",
    "private/var/preferences/com.apple.wifi.known-networks.plist",
    "private/var/preferences/SystemConfiguration/com.apple.wifi.plist",
};

}  // namespace

ARTEFACT(ios_known_networks) = {
    .id = "ios_known_networks",
    .title = "Known Wi-Fi networks",
    .reads = kReads,
    .fields = kPreferenceFields,
    .trace = Trace::configured,
    .parse = preferences,
    .row = "place of the value in the list",
};

}  // namespace bridle
