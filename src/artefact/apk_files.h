// Where apps lie as files.
#pragma once

#include <string_view>

namespace bridle {

inline constexpr std::string_view kApkFiles[] = {
    "androidqf:apks/**", "androidqf:tmp/**.apk",  "apk:*",
    "data/app/**.apk",   "data/local/tmp/**.apk", "adb-backup:apps/*/a/*.apk",
};

}  // namespace bridle
