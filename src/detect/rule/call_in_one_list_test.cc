#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> call(double time, std::string_view peer = "15555550101@s.whatsapp.net") {
  return {{"time", at(time)}, {"peer", sv(peer)}};
}

std::vector<Made> system_call(double time, std::string_view service) {
  return {{"time", at(time)}, {"handle", sv("+15555550101")}, {"service", sv(service)}};
}

TEST(Rules, CallInOneList) {
  const Claims lacking = {"context lead 15555550102@s.whatsapp.net"};
  EXPECT_EQ(Shown("call_in_one_list")
                .record("android_whatsapp_calls", call(0))
                .record("android_whatsapp_calls", call(9000))
                .record("android_whatsapp_missed_calls", call(5000, "15555550102@s.whatsapp.net"))
                .claims(),
            lacking);
  EXPECT_EQ(Shown("call_in_one_list")
                .record("ios_whatsapp_calls", call(0))
                .record("ios_whatsapp_calls", call(9000))
                .record("ios_calls", system_call(5000, "net.whatsapp.WhatsApp"))
                .claims(),
            Claims{"context lead +15555550101"});
}

TEST(Rules, CallInBothListsOrOutsideThem) {
  EXPECT_EQ(Shown("call_in_one_list")
                .record("ios_whatsapp_calls", call(0))
                .record("ios_whatsapp_calls", call(5030))
                .record("ios_whatsapp_calls", call(9000))
                .record("ios_calls", system_call(5000, "net.whatsapp.WhatsApp"))
                .record("ios_calls", system_call(6000, "com.apple.Telephony"))
                .record("ios_calls", system_call(9900, "net.whatsapp.WhatsApp"))
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
