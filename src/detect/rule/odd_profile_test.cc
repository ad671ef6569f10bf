#include <gtest/gtest.h>

#include <algorithm>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> payload(std::string_view name, std::string_view type) {
  return {{"name", sv(name)}, {"payload_type", sv(type)}};
}

TEST(Rules, OddProfile) {
  Shown shown("odd_profile");
  shown.file("profile-1.stub")
      .record("ios_configuration_profiles", payload("Corp", "com.apple.mdm"))
      .record("ios_configuration_profiles", payload("Corp", "com.apple.security.root"))
      .record("ios_configuration_profiles", payload("Corp", "com.apple.security.root"))
      .file("profile-2.stub")
      .record("ios_configuration_profiles", payload("Quiet", "com.apple.notificationsettings"));
  EXPECT_EQ(shown.claims(), (Claims{"posture lead Corp (com.apple.mdm)",
                                    "posture lead Quiet (com.apple.notificationsettings)"}));
  EXPECT_EQ(shown.reasons()[0],
            "a configuration profile lets its maker manage the phone: install apps, read settings, "
            "erase it; adds a root certificate: its maker can read encrypted traffic");
}

TEST(Rules, OddProfileSparesOrdinaryOnes) {
  EXPECT_EQ(Shown("odd_profile")
                .record("ios_configuration_profiles", payload("School", "com.apple.wifi.managed"))
                .record("ios_configuration_profiles", payload("Work", "com.apple.vpn.managed"))
                .golden("ios_configuration_profiles", "empty")
                .claims(),
            Claims{});
}

TEST(Rules, OddProfileInGoldenFiles) {
  const auto reasons =
      Shown("odd_profile").golden("ios_configuration_profiles", "powers").reasons();
  ASSERT_EQ(reasons.size(), 1u);
  EXPECT_EQ(std::ranges::count(reasons[0], ';'), 4);  // five powers, and a network that is none
}

}  // namespace
}  // namespace bridle
