// When the phone was backed up and what it was restored from: traces may come from an earlier
// phone.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Preferences/com.apple.MobileBackup.plist",
    "RootDomain:Library/Preferences/com.apple.MobileBackup.plist",
    "private/var/mobile/Library/Preferences/com.apple.MobileBackup.plist",
    "private/var/root/Library/Preferences/com.apple.MobileBackup.plist",
    "logs/MobileBackup/com.apple.MobileBackup.plist",
};

}  // namespace

ARTEFACT(ios_mobile_backup) = {
    .id = "ios_mobile_backup",
    .title = "Backups and restores",
    .reads = kReads,
    .fields = kPreferenceFields,
    .trace = Trace::configured,
    .parse = preferences,
    .row = "place of the value in the list",
};

}  // namespace bridle
