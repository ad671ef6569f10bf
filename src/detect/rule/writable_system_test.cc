#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> mount(std::string_view point, std::string_view options) {
  return {{"point", sv(point)}, {"options", sv(options)}};
}

TEST(Rules, WritableSystem) {
  EXPECT_EQ(Shown("writable_system")
                .record("android_mounts", mount("/system", "rw,relatime"))
                .record("android_mounts", mount("/vendor", "rw,relatime"))
                .claims(),
            Claims{"posture lead /system"});
  EXPECT_EQ(Shown("writable_system")
                .record("android_mounts", mount("/system", "ro,relatime"))
                .record("android_mounts", mount("/data", "rw,relatime"))
                .record("android_mounts", mount("/mnt/vendor/persist", "rw,relatime"))
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
