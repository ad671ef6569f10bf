// What a record says of where an Android app came from.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "detect/rule.h"

namespace bridle {

// Installers that only hand over a file that came from elsewhere.
inline bool is_no_store(std::string_view installer) {
  constexpr std::array<std::string_view, 6> kHands = {"",
                                                      "null",
                                                      "com.android.packageinstaller",
                                                      "com.google.android.packageinstaller",
                                                      "com.samsung.android.packageinstaller",
                                                      "com.android.shell"};
  return std::ranges::count(kHands, installer) > 0;
}

// An app that did not come with the phone and from no store; of android_packages and
// android_package_dump.
inline bool is_sideloaded(const Record& r) {
  return r.number("system") == 0 && r.number("uid") && is_no_store(r.text("installer"));
}

}  // namespace bridle
