#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

TEST(Rules, ThreatNotification) {
  const char* text =
      "ALERT: State-sponsored attackers may be targeting your iPhone. Read the mail.";
  const char* copy =
      "ALERT: State-sponsored attackers may be targeting your iPhone: https://x.example";
  const char* told = "WhatsApp has disrupted a spyware campaign.";
  EXPECT_EQ(
      Shown("threat_notification")
          .record("ios_sms", {{"attributed_text", sv(text)}})
          .record("ios_sms", {{"text", sv(copy)}})
          .record("ios_sms", {{"text", sv("Did you get «ALERT: State-sponsored attackers»?")}})
          .record("ios_whatsapp_messages", {{"text", sv(told)}, {"sender", sv("0@s.whatsapp.net")}})
          .record("ios_whatsapp_messages",
                  {{"text", sv(told)}, {"sender", sv("12025550101@s.whatsapp.net")}})
          .claims(),
      (Claims{std::string("targeted lead ") + text, std::string("targeted lead ") + copy,
              std::string("targeted lead ") + told}));
}

}  // namespace
}  // namespace bridle
