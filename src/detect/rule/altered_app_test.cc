#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> installed(std::string_view signatures) {
  return {{"package", sv("com.example.watch")},
          {"version_code", whole(7)},
          {"signatures", sv(signatures)}};
}

TEST(Rules, AlteredApp) {
  Shown changed("altered_app");
  changed.golden("android_apk", "altered");
  EXPECT_EQ(changed.claims(), Claims{"posture lead com.example.watch"});
  EXPECT_EQ(changed.reasons()[0], "the app's file is not what was signed: wrong digest");
  Shown other("altered_app");
  other.golden("android_apk", "signed").record("android_package_dump", installed("b4addb29"));
  EXPECT_EQ(other.claims(), Claims{"posture lead com.example.watch"});
  EXPECT_EQ(other.reasons(),
            Claims{"the app's file is signed by 7fd27afd, and the phone noted another signature "
                   "when it installed it: b4addb29"});
}

TEST(Rules, AlteredAppLeavesWhatHoldsAlone) {
  EXPECT_EQ(Shown("altered_app").golden("android_apk", "signed").claims(), Claims{});
  EXPECT_EQ(Shown("altered_app")
                .golden("android_apk", "signed")
                .record("android_package_dump", installed("7fd27afd"))
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
