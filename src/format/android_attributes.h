// The attributes of Android that a manifest or an accessibility service's XML may have: their
// resource ids never change. Source: AOSP's core/res/res/values/public.xml and public-final.xml
#pragma once

#include <cstdint>
#include <string_view>

namespace bridle {

namespace android_attribute {
constexpr std::uint32_t kLabel = 0x01010001;
constexpr std::uint32_t kIcon = 0x01010002;
constexpr std::uint32_t kName = 0x01010003;
constexpr std::uint32_t kPermission = 0x01010006;
constexpr std::uint32_t kSharedUserId = 0x0101000b;
constexpr std::uint32_t kEnabled = 0x0101000e;
constexpr std::uint32_t kDebuggable = 0x0101000f;
constexpr std::uint32_t kExported = 0x01010010;
constexpr std::uint32_t kProcess = 0x01010011;
constexpr std::uint32_t kAuthorities = 0x01010018;
constexpr std::uint32_t kPriority = 0x0101001c;
constexpr std::uint32_t kValue = 0x01010024;
constexpr std::uint32_t kResource = 0x01010025;
constexpr std::uint32_t kScheme = 0x01010027;
constexpr std::uint32_t kHost = 0x01010028;
constexpr std::uint32_t kTargetActivity = 0x01010202;
constexpr std::uint32_t kMinSdkVersion = 0x0101020c;
constexpr std::uint32_t kVersionCode = 0x0101021b;
constexpr std::uint32_t kVersionName = 0x0101021c;
constexpr std::uint32_t kTargetSdkVersion = 0x01010270;
constexpr std::uint32_t kMaxSdkVersion = 0x01010271;
constexpr std::uint32_t kTestOnly = 0x01010272;
constexpr std::uint32_t kAllowBackup = 0x01010280;
constexpr std::uint32_t kVersionCodeMajor = 0x01010576;
constexpr std::uint32_t kForegroundServiceType = 0x01010599;
}  // namespace android_attribute

// Empty if it is none of those that are known here.
std::string_view android_attribute_name(std::uint32_t id);

}  // namespace bridle
