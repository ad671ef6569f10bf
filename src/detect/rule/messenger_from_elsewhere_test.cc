#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> listed(std::string_view app, int has_metadata) {
  return {{"app", sv(app)}, {"listed", whole(1)}, {"has_metadata", whole(has_metadata)}};
}

Shown phone(int apps, int has_metadata) {
  Shown out("messenger_from_elsewhere");
  for (int i = 0; i < apps; ++i)
    out.record("ios_applications", listed("com.app.example", has_metadata));
  return out;
}

TEST(Rules, MessengerFromElsewhere) {
  EXPECT_EQ(phone(5, 1).record("ios_applications", listed("net.whatsapp.WhatsApp", 0)).claims(),
            Claims{"posture lead net.whatsapp.WhatsApp"});
  EXPECT_EQ(Shown("messenger_from_elsewhere")
                .record("ios_applications",
                        {{"app", sv("ph.telegra.Telegraph")}, {"source", sv("com.apple.dmd")}})
                .record("ios_applications", {{"app", sv("com.copy.example")},
                                             {"metadata_app", sv("org.whispersystems.signal")}})
                .claims(),
            (Claims{"posture lead ph.telegra.Telegraph", "posture lead com.copy.example"}));
}

TEST(Rules, MessengerFromElsewhereSparesOrdinaryOnes) {
  EXPECT_EQ(phone(5, 1).record("ios_applications", listed("net.whatsapp.WhatsApp", 1)).claims(),
            Claims{});
  // Programs that make backups without any store's record, and a restore that is not finished.
  EXPECT_EQ(phone(50, 0).record("ios_applications", listed("net.whatsapp.WhatsApp", 0)).claims(),
            Claims{});
  EXPECT_EQ(phone(9, 1)
                .record("ios_applications", listed("net.whatsapp.WhatsApp", 0))
                .record("ios_applications", listed("ph.telegra.Telegraph", 0))
                .claims(),
            Claims{});
  EXPECT_EQ(Shown("messenger_from_elsewhere")
                .golden("ios_applications", "backup")  // a renamed app that is no messenger
                .record("ios_applications",
                        {{"app", sv("com.work.example")}, {"source", sv("com.apple.dmd")}})
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
