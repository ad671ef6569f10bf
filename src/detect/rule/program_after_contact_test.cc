#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> program(const char* name, double seconds) {
  return {{"process", sv(name)}, {"first_seen", at(seconds)}};
}
std::vector<Made> lookup(double seconds) {
  return {{"user", sv("mailto:ana@mail.example")}, {"time", at(seconds)}};
}
std::vector<Made> attachment(const char* direction, double seconds) {
  return {{"path", sv("a.gif")}, {"direction", sv(direction)}, {"time", at(seconds)}};
}

TEST(Rules, ProgramAfterContact) {
  Shown shown("program_after_contact");
  shown.record("ios_id_status_cache", lookup(-400))
      .record("ios_id_status_cache", lookup(-200))
      .record("ios_sms_attachments", attachment("received", -20))
      .record("ios_datausage_process", program("kestreld", 0));
  EXPECT_EQ(shown.claims(), Claims{"executed lead kestreld"});
  EXPECT_EQ(shown.reasons(),
            Claims{"a program that is none of the system's and belongs to no app used the network "
                   "for the first time: an account was looked up 200 s before "
                   "(ios_id_status_cache, row 2), an attachment came 20 s before "
                   "(ios_sms_attachments, row 3)"});
  EXPECT_EQ(Shown("program_after_contact")
                .record("ios_safari_history",
                        {{"url", sv("http://news.example/")},
                         {"time", at(-1)},
                         {"redirect_to_url", sv("https://a1.b2.kestrel.example:30495/x7Gq2")},
                         {"redirect_to_time", at(-.997)}})
                .record("ios_datausage_process", program("kestreld", 0))
                .claims(),
            Claims{"executed lead kestreld"});
}

TEST(Rules, ProgramAfterContactSparesOrdinaryOnes) {
  Shown ordinary("program_after_contact");
  ordinary.record("ios_id_status_cache", lookup(-100))
      .record("ios_datausage_process", program("nehelper", 0))
      .record("ios_datausage_process", program("EnforcementServi", 0))
      .record("ios_datausage_process", program("com.apple.Diagno", 0))
      .record("ios_datausage_process", program("Viewer/com.view.example", 0))
      .record("ios_datausage_process",
              {{"process", sv("Viewer")}, {"app", sv("com.view.example")}, {"first_seen", at(0)}});
  EXPECT_EQ(ordinary.claims(), Claims{});
  Shown alone("program_after_contact");
  alone.record("ios_datausage_process", program("kestreld", 0))
      .record("ios_id_status_cache", lookup(1))
      .record("ios_id_status_cache", lookup(-301))
      .record("ios_sms_attachments", attachment("sent", -20));
  EXPECT_EQ(alone.claims(), Claims{});
}

TEST(Rules, ProgramAfterContactInGoldenFiles) {
  EXPECT_EQ(Shown("program_after_contact")
                .golden("ios_datausage_process", "gap")
                .golden("ios_sms_attachments", "basic")
                .golden("ios_id_status_cache", "basic")
                .claims(),
            Claims{"executed lead exampled"});
}

}  // namespace
}  // namespace bridle
