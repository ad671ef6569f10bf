#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> device(std::string_view id, std::string_view text) {
  return {{"text", sv(text)}, {"usb_device", sv(id)}};
}

TEST(Rules, UsbEmulation) {
  EXPECT_EQ(Shown("usb_emulation")
                .record("android_kernel_log", device("04f2:b071", "a camera"))
                .record("android_kernel_log", device("05e3:0610", "a hub"))
                .record("android_kernel_log", device("1130:3101", "a touch pad"))
                .claims(),
            (Claims{"delivered lead a camera", "delivered lead a touch pad"}));
  EXPECT_EQ(Shown("usb_emulation")
                .record("android_kernel_log", device("041e:3000", "somebody's sound card"))
                .record("android_kernel_log", device("05e3:0610", "a hub"))
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
