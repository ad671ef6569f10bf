#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> gap(std::string_view what, double from, double to) {
  return {{"what", sv(what)}, {"missing", 2}, {"from", at(from)}, {"to", at(to)}};
}

std::vector<Made> crash(std::string_view process, double time) {
  return {{"time", at(time)}, {"process", sv(process)}};
}

TEST(Rules, ErasedCalls) {
  const Claims alone =
      Shown("erased_calls").record("android_whatsapp_erased", gap("calls", 0, 3600)).claims();
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_TRUE(alone[0].starts_with("context lead ")) << alone[0];
  const Claims crashed = Shown("erased_calls")
                             .record("android_whatsapp_erased", gap("calls", 0, 3600))
                             .record("android_tombstones", crash("com.whatsapp", 1800))
                             .claims();
  ASSERT_EQ(crashed.size(), 1U);
  EXPECT_TRUE(crashed[0].starts_with("delivered lead ")) << crashed[0];
}

TEST(Rules, ErasedCallsPassesOverMessagesEndsAndLongTimes) {
  EXPECT_EQ(
      Shown("erased_calls")
          .record("ios_whatsapp_erased", gap("messages", 0, 3600))
          .record("ios_whatsapp_erased", gap("calls", 0, 30 * 86400.0))
          .record("ios_whatsapp_erased", {{"what", sv("calls")}, {"missing", 2}, {"from", at(0)}})
          .record("android_tombstones", crash("com.whatsapp", 1800))
          .claims(),
      Claims{});
}

}  // namespace
}  // namespace bridle
