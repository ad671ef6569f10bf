#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

constexpr std::string_view kStranger = "33600000101@s.whatsapp.net";
constexpr std::string_view kGroup = "120363000000000001@g.us";

std::vector<Made> added(double time) {
  return {{"time", at(time)}, {"what", sv("added")}, {"chat", sv(kGroup)}, {"who", sv(kStranger)}};
}

std::vector<Made> document(double time) {
  return {{"time", at(time)},         {"mime", sv("application/pdf")},
          {"name", sv("report.pdf")}, {"sender", sv(kStranger)},
          {"chat", sv(kGroup)},       {"direction", sv("received")}};
}

TEST(Rules, GroupInvitation) {
  EXPECT_EQ(Shown("group_invitation")
                .record("android_whatsapp_group_changes", added(0))
                .record("android_whatsapp_media", document(25))
                .claims(),
            Claims{"targeted lead report.pdf"});
}

TEST(Rules, GroupInvitationLeavesFriendsAndOldGroupsAlone) {
  EXPECT_EQ(
      Shown("group_invitation")
          .record("android_whatsapp_contacts", {{"whatsapp_id", sv(kStranger)}, {"name", sv("A")}})
          .record("android_whatsapp_group_changes", added(0))
          .record("android_whatsapp_media", document(25))
          .claims(),
      Claims{});
  EXPECT_EQ(Shown("group_invitation")
                .record("android_whatsapp_group_changes", added(0))
                .record("android_whatsapp_media", document(90'000))
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
