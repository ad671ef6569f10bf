#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> app(std::string_view package, std::int64_t system, std::string_view signatures) {
  return {{"package", sv(package)},
          {"uid", whole(10200)},
          {"system", whole(system)},
          {"signatures", sv(signatures)}};
}

TEST(Rules, FalseVendorName) {
  EXPECT_EQ(
      Shown("false_vendor_name")
          .record("android_package_dump", app("com.android.phone", 1, "b4addb29"))
          .record("android_package_dump", app("com.google.android.service", 0, "7fd27afd"))
          .record("android_package_dump", app("com.huaweisettingsapp.mkz", 0, "7fd27afd"))
          .record("android_package_dump", app("cm.google.apps.assistant", 0, "7fd27afd"))
          .claims(),
      (Claims{"posture lead com.google.android.service", "posture lead com.huaweisettingsapp.mkz",
              "posture lead cm.google.apps.assistant"}));
}

TEST(Rules, FalseVendorNameLeavesTheVendorsOwnAlone) {
  // The vendor's signature; no vendor's name; from a store; nothing of the system to compare with.
  auto bought = app("com.google.maps", 0, "7fd27afd");
  bought.push_back({"installer", sv("com.example.store")});
  EXPECT_EQ(Shown("false_vendor_name")
                .record("android_package_dump", app("com.android.phone", 1, "b4addb29"))
                .record("android_package_dump", app("com.android.extra", 0, "b4addb29"))
                .record("android_package_dump", app("net.dinglisch.android.taskerm", 0, "7fd27afd"))
                .record("android_package_dump", app("com.secure.notes", 0, "7fd27afd"))
                .claims(),
            Claims{});
  EXPECT_EQ(Shown("false_vendor_name")
                .record("android_package_dump", app("com.google.android.service", 0, "7fd27afd"))
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
