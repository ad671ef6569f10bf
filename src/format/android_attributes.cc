#include "format/android_attributes.h"

#include <algorithm>
#include <array>

namespace bridle {
namespace {

struct Known {
  std::uint32_t id;
  std::string_view name;
};

constexpr std::array kKnown = std::to_array<Known>({
    {0x01010000, "theme"},
    {0x01010001, "label"},
    {0x01010002, "icon"},
    {0x01010003, "name"},
    {0x01010006, "permission"},
    {0x01010007, "readPermission"},
    {0x01010008, "writePermission"},
    {0x01010009, "protectionLevel"},
    {0x0101000a, "permissionGroup"},
    {0x0101000b, "sharedUserId"},
    {0x0101000c, "hasCode"},
    {0x0101000d, "persistent"},
    {0x0101000e, "enabled"},
    {0x0101000f, "debuggable"},
    {0x01010010, "exported"},
    {0x01010011, "process"},
    {0x01010017, "excludeFromRecents"},
    {0x01010018, "authorities"},
    {0x0101001b, "grantUriPermissions"},
    {0x0101001c, "priority"},
    {0x0101001d, "launchMode"},
    {0x01010020, "description"},
    {0x01010021, "targetPackage"},
    {0x01010024, "value"},
    {0x01010025, "resource"},
    {0x01010026, "mimeType"},
    {0x01010027, "scheme"},
    {0x01010028, "host"},
    {0x01010029, "port"},
    {0x0101002a, "path"},
    {0x0101002b, "pathPrefix"},
    {0x0101002c, "pathPattern"},
    {0x010101e9, "summary"},
    {0x01010202, "targetActivity"},
    {0x0101020c, "minSdkVersion"},
    {0x0101021b, "versionCode"},
    {0x0101021c, "versionName"},
    {0x01010225, "settingsActivity"},
    {0x01010270, "targetSdkVersion"},
    {0x01010271, "maxSdkVersion"},
    {0x01010272, "testOnly"},
    {0x0101027f, "backupAgent"},
    {0x01010280, "allowBackup"},
    {0x0101028e, "required"},
    {0x010102b7, "installLocation"},
    {0x01010380, "accessibilityEventTypes"},
    {0x01010381, "packageNames"},
    {0x01010382, "accessibilityFeedbackType"},
    {0x01010383, "notificationTimeout"},
    {0x01010384, "accessibilityFlags"},
    {0x01010385, "canRetrieveWindowContent"},
    {0x010103a9, "isolatedProcess"},
    {0x010103d9, "canRequestFilterKeyEvents"},
    {0x010104ea, "extractNativeLibs"},
    {0x010104ec, "usesCleartextTraffic"},
    {0x01010505, "directBootAware"},
    {0x0101050d, "canPerformGestures"},
    {0x01010527, "networkSecurityConfig"},
    {0x0101052c, "roundIcon"},
    {0x0101055b, "isFeatureSplit"},
    {0x01010572, "compileSdkVersion"},
    {0x01010573, "compileSdkVersionCodename"},
    {0x01010576, "versionCodeMajor"},
    {0x0101057a, "appComponentFactory"},
    {0x01010591, "isSplitRequired"},
    {0x01010599, "foregroundServiceType"},
    {0x0101059a, "hasFragileUserData"},
    {0x01010641, "isAccessibilityTool"},
    {0x01010644, "usesPermissionFlags"},
});
static_assert(std::ranges::is_sorted(kKnown, {}, &Known::id));

}  // namespace

std::string_view android_attribute_name(std::uint32_t id) {
  const auto* const found = std::ranges::lower_bound(kKnown, id, {}, &Known::id);
  return found == kKnown.end() || found->id != id ? std::string_view() : found->name;
}

}  // namespace bridle
