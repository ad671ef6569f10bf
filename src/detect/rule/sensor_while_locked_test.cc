#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> sideloaded(std::string_view package) {
  return {{"package", sv(package)}, {"uid", whole(10150)}, {"system", whole(0)}};
}

std::vector<Made> lock(std::string_view type, double time) {
  return {{"type", sv(type)}, {"time", at(time)}};
}

std::vector<Made> access(std::string_view package, std::string_view op, double time) {
  return {{"package", sv(package)}, {"op", sv(op)}, {"kind", sv("access")}, {"time", at(time)}};
}

TEST(Rules, SensorWhileLocked) {
  Shown shown("sensor_while_locked");
  shown.record("android_package_dump", sideloaded("com.example.agent"))
      .record("android_usage_events", lock("KEYGUARD_SHOWN", 100))
      .record("android_usage_events", lock("KEYGUARD_HIDDEN", 900))
      .record("android_appops", access("com.example.agent", "RECORD_AUDIO", 500))
      .record("android_media_camera",
              {{"package", sv("com.example.agent")}, {"what", sv("CONNECT")}, {"time", at(501)}});
  EXPECT_EQ(shown.claims(),
            (Claims{"posture lead com.example.agent", "posture lead com.example.agent"}));
  EXPECT_EQ(shown.reasons()[0],
            "an app from no store used the microphone while the phone was locked, since "
            "2022-04-15T05:21:40.000000Z");
}

TEST(Rules, SensorWhileLockedLeavesOthersAlone) {
  // Unlocked; before anything is known of the lock; an app that was not sideloaded.
  EXPECT_EQ(Shown("sensor_while_locked")
                .record("android_package_dump", sideloaded("com.example.agent"))
                .record("android_usage_events", lock("KEYGUARD_SHOWN", 100))
                .record("android_usage_events", lock("KEYGUARD_HIDDEN", 900))
                .record("android_appops", access("com.example.agent", "RECORD_AUDIO", 50))
                .record("android_appops", access("com.example.agent", "CAMERA", 1000))
                .record("android_appops", access("com.example.store.app", "CAMERA", 500))
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
