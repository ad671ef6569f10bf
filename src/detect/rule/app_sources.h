// Where apps come from: the programs that install them, as their records of origin name them.
#pragma once

#include <algorithm>
#include <string_view>

namespace bridle {

// Ways in which people get apps. mvt issues 348, 383, 487 and 495 name them.
inline constexpr std::string_view kUsualSources[] = {"com.apple.AppStore",
                                                     "com.apple.AppStore.ProductPageExtension",
                                                     "com.apple.dmd",
                                                     "dmd",
                                                     "com.apple.datausage.atc",
                                                     "com.apple.TestFlight",
                                                     "com.apple.MobileSMS",
                                                     "com.apple.Arcade",
                                                     "com.apple.appstoreuiservice",
                                                     "com.apple.ios.StoreKitUIService",
                                                     "com.altstore.marketplace"};

// An app without a record of origin is not unusual: there are many.
constexpr bool is_unusual_source(std::string_view source) {
  return !source.empty() && std::ranges::find(kUsualSources, source) == std::end(kUsualSources);
}

// The daemon by which an employer's or a school's server puts apps on the phones that it manages.
constexpr bool is_management(std::string_view source) {
  return source == "dmd" || source == "com.apple.dmd";
}

}  // namespace bridle
