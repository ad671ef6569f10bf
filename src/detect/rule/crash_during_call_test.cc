#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> call(double time) {
  return {{"time", at(time)},
          {"peer", sv("46700000101@s.whatsapp.net")},
          {"direction", sv("received")},
          {"outcome", sv("missed")}};
}

std::vector<Made> crash(std::string_view process, double time) {
  return {{"time", at(time)}, {"process", sv(process)}};
}

TEST(Rules, CrashDuringCall) {
  EXPECT_EQ(Shown("crash_during_call")
                .record("android_whatsapp_calls", call(0))
                .record("android_whatsapp_missed_calls",
                        {{"time", at(1)}, {"peer", sv("46700000101@s.whatsapp.net")}})
                .record("android_tombstones", crash("com.whatsapp", 6))
                .claims(),
            Claims{"delivered lead 46700000101@s.whatsapp.net"});
  EXPECT_EQ(Shown("crash_during_call")
                .record("android_whatsapp_missed_calls",
                        {{"time", at(0)}, {"peer", sv("46700000101@s.whatsapp.net")}})
                .record("android_tombstones", crash("com.whatsapp.w4b", 90))
                .claims(),
            Claims{"delivered lead 46700000101@s.whatsapp.net"});
}

TEST(Rules, CrashDuringCallNeedsBothInOneMinute) {
  EXPECT_EQ(Shown("crash_during_call")
                .record("android_whatsapp_calls", call(0))
                .record("android_tombstones", crash("com.whatsapp", 600))
                .record("android_tombstones", crash("com.example.app", 6))
                .record("android_dropbox_entries", crash("com.whatsapp", 6))
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
