#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

TEST(Rules, RootPrograms) {
  EXPECT_EQ(Shown("root_programs").golden("android_root_binaries", "basic").claims(),
            Claims{"posture lead /system/xbin/su"});
}

}  // namespace
}  // namespace bridle
