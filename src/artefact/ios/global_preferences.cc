// Settings that hold for all programs; LDMGlobalEnabled tells whether Lockdown Mode is on.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Preferences/.GlobalPreferences.plist",
    "private/var/mobile/Library/Preferences/.GlobalPreferences.plist",
};

}  // namespace

ARTEFACT(ios_global_preferences) = {
    .id = "ios_global_preferences",
    .title = "Settings of the whole phone",
    .reads = kReads,
    .fields = kPreferenceFields,
    .trace = Trace::configured,
    .parse = preferences,
    .expect = Expect::usual,
    .row = "place of the value in the list",
};

}  // namespace bridle
