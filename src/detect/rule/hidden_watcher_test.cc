#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

constexpr std::string_view kApp = "com.sync.example";

// Without an installer, as an app that came from a file.
std::vector<Made> sideloaded(std::string_view package, std::int64_t launcher) {
  return {{"package", sv(package)},
          {"uid", whole(10150)},
          {"system", whole(0)},
          {"launcher", whole(launcher)}};
}

std::vector<Made> used(std::string_view package, std::string_view op, std::string_view state) {
  return {{"package", sv(package)}, {"op", sv(op)}, {"kind", sv("access")}, {"state", sv(state)}};
}

TEST(Rules, HiddenWatcher) {
  EXPECT_EQ(Shown("hidden_watcher")
                .record("android_package_dump", sideloaded(kApp, 0))
                .record("android_appops", used(kApp, "RECORD_AUDIO", "bg"))
                .claims(),
            Claims{"posture lead com.sync.example"});
  for (const std::string_view store :
       {"android_appops_history", "android_appops_discrete", "android_appops_accesses"})
    EXPECT_EQ(Shown("hidden_watcher")
                  .record("android_package_dump", sideloaded(kApp, 0))
                  .record(store, used(kApp, "RECORD_AUDIO", "bg"))
                  .claims(),
              Claims{"posture lead com.sync.example"});
  Shown shown("hidden_watcher");
  shown.record("android_package_dump", sideloaded(kApp, 0))
      .record("android_device_admins", {{"package", sv(kApp)}})
      .record("android_notification_listeners",
              {{"package", sv(kApp)}, {"sort", sv("listener")}, {"state", sv("allowed")}});
  EXPECT_EQ(shown.claims(), Claims{"posture lead com.sync.example"});
  EXPECT_EQ(shown.reasons(),
            Claims{"an app with the marks of surveillance software: it came from no store; it "
                   "shows no icon; it is a device administrator; it reads notifications, and so "
                   "messages of other apps"});
}

TEST(Rules, HiddenWatcherNeedsNoHidingOfAdministratorsAndScreenReaders) {
  EXPECT_EQ(Shown("hidden_watcher")
                .record("android_package_dump", sideloaded("com.a", 1))
                .record("android_device_admins", {{"package", sv("com.a")}})
                .record("android_package_dump", sideloaded("com.b", 1))
                .record("android_accessibility", {{"package", sv("com.b")}, {"state", sv("bound")}})
                .record("android_appops", used("com.b", "SYSTEM_ALERT_WINDOW", "top"))
                .claims(),
            (Claims{"posture lead com.a", "posture lead com.b"}));
}

TEST(Rules, HiddenWatcherKnowsThePhonesOwnLists) {
  Shown shown("hidden_watcher");
  shown.golden("android_installed_packages", "text")
      .record("android_device_admins", {{"package", sv(kApp)}})
      .record("android_accessibility", {{"package", sv(kApp)}, {"state", sv("enabled")}})
      .record("android_appops_discrete", used(kApp, "RECORD_AUDIO", "bg"));
  EXPECT_EQ(shown.claims(), Claims{"posture lead com.sync.example"});
}

TEST(Rules, HiddenWatcherLeavesOrdinaryAppsAlone) {
  // From a store; with an icon and one power; without a power; heard in front of its owner.
  EXPECT_EQ(
      Shown("hidden_watcher")
          .record("android_packages", {{"package", sv("com.a")},
                                       {"installer", sv("com.android.vending")},
                                       {"uid", whole(10151)},
                                       {"system", whole(0)}})
          .record("android_appops", used("com.a", "RECORD_AUDIO", "bg"))
          .record("android_package_dump", sideloaded("com.b", 1))
          .record("android_accessibility", {{"package", sv("com.b")}, {"state", sv("enabled")}})
          .record("android_package_dump", sideloaded("com.c", 0))
          .record("android_package_dump", sideloaded("com.d", 1))
          .record("android_appops", used("com.d", "RECORD_AUDIO", "top"))
          .claims(),
      Claims{});
}

}  // namespace
}  // namespace bridle
