#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> app(std::string_view flags, double installed) {
  return {{"package", sv("com.example.agent")},
          {"uid", whole(10150)},
          {"system", whole(0)},
          {"flags", sv(flags)},
          {"installed", at(installed)}};
}

std::vector<Made> event(std::string_view tag, double time) {
  return {{"tag", sv(tag)}, {"time", at(time)}};
}

TEST(Rules, InstalledOverAdb) {
  Shown shown("installed_over_adb");
  shown.record("android_package_dump", app("HAS_CODE", 1000))
      .record("android_adb_keys", {{"last_connected", at(1600)}})
      .record("android_usage_events", {{"type", sv("KEYGUARD_HIDDEN")}, {"time", at(900)}});
  EXPECT_EQ(shown.claims(), Claims{"posture lead com.example.agent"});
  EXPECT_EQ(shown.reasons(),
            Claims{"an app was installed from no store within an hour of a computer's connection "
                   "over ADB at 2022-04-15T05:46:40.000000Z (android_adb_keys, row 2); the phone "
                   "was unlocked at 2022-04-15T05:35:00.000000Z (android_usage_events, row 3)"});
  auto installed = event("package_installed", 900);
  installed.push_back({"package", sv("com.example.agent")});
  EXPECT_EQ(Shown("installed_over_adb")
                .record("android_intrusion_security", event("adb_shell_cmd", 800))
                .record("android_intrusion_security", installed)
                .claims(),
            Claims{"posture lead com.example.agent"});
}

TEST(Rules, InstalledOverAdbLeavesOthersAlone) {
  // Hours apart; after the installation, in a log of each command; with no computer.
  EXPECT_EQ(Shown("installed_over_adb")
                .record("android_package_dump", app("HAS_CODE", 1000))
                .record("android_adb_keys", {{"last_connected", at(9000)}})
                .record("android_intrusion_security", event("adb_shell_cmd", 1100))
                .claims(),
            Claims{});
  EXPECT_EQ(
      Shown("installed_over_adb").record("android_package_dump", app("HAS_CODE", 1000)).claims(),
      Claims{});
}

}  // namespace
}  // namespace bridle
