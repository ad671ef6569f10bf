#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

constexpr std::string_view kVoip =
    "#00 pc 01  /data/app/com.whatsapp-1/lib/arm64/libwhatsapp.so (offset 0x1c00000)";

std::vector<Made> crash(std::string_view process, std::string_view signal,
                        std::string_view frames) {
  return {
      {"time", at(0)}, {"process", sv(process)}, {"signal", sv(signal)}, {"frames", sv(frames)}};
}

TEST(Rules, DecoderCrash) {
  EXPECT_EQ(Shown("decoder_crash")
                .record("android_tombstones", crash("com.whatsapp", "11 (SIGSEGV)", kVoip))
                .record("android_tombstones", crash("com.whatsapp", "11 (SIGSEGV)", kVoip))
                .claims(),
            Claims{"delivered lead " + std::string(kVoip)});
  EXPECT_EQ(Shown("decoder_crash")
                .record("android_tombstones", crash("com.example", "11 (SIGSEGV)", kVoip))
                .record("android_tombstones", crash("com.whatsapp", "6 (SIGABRT)", kVoip))
                .record("android_tombstones",
                        crash("com.whatsapp", "11 (SIGSEGV)", "#00 pc 1  /system/lib64/libhwui.so"))
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
