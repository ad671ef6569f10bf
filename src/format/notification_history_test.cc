#include "format/notification_history.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace bridle {
namespace {

std::string shown(std::string_view digits) {
  const std::string file = *from_hex(digits);
  std::string out;
  const auto done = read_notifications(
      as_bytes(file),
      {.notification =
           [&](const ShownNotification& n) {
             out += std::to_string(n.at) + ":" + std::string(n.package) + "/" +
                    std::string(n.channel) + "/" + std::string(n.text) + "/" +
                    std::to_string(n.posted_ms.value_or(-1)) + ";";
           },
       .broken = [&](const Error& e) { out += "(" + std::to_string(e.at) + " " + e.what + ")"; }});
  if (!done) out += "! " + std::to_string(done.error().at) + " " + done.error().what;
  return out;
}

// Pool: "a.b", "news".
constexpr const char* kPool = "0a0b1203612e6212046e657773";

TEST(NotificationHistory, ReadsNumbersOfThePool) {
  EXPECT_EQ(shown(std::string(kPool) + "1a0910012002480a5a0168"), "15:a.b/news/h/10;");
  EXPECT_EQ(shown(std::string(kPool) + "1a0210091a030a0178"), "15:///-1;19:x///-1;");
}

TEST(NotificationHistory, GoesOnAfterABrokenOne) {
  EXPECT_EQ(shown(std::string(kPool) + "1a0310017f1a021001"),
            "15:a.b///-1;(17 a sort of field that messages no longer have)20:a.b///-1;");
  EXPECT_EQ(shown("1a05"), "! 0 the message ends inside a field");
}

}  // namespace
}  // namespace bridle
