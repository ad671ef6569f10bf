#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

constexpr std::string_view kStranger = "46700000101@s.whatsapp.net";

std::vector<Made> call(std::string_view peer, std::int64_t video, std::int64_t bytes, double time) {
  return {{"time", at(time)},     {"peer", sv(peer)},        {"direction", sv("received")},
          {"seconds", 0.0},       {"outcome", sv("missed")}, {"video", whole(video)},
          {"bytes", whole(bytes)}};
}

TEST(Rules, UnansweredCall) {
  Shown data("unanswered_call");
  data.record("android_whatsapp_calls", call(kStranger, 0, 4096, 0));
  EXPECT_EQ(data.claims(), Claims{"targeted lead 46700000101@s.whatsapp.net"});
  EXPECT_EQ(data.reasons(),
            Claims{"a call that nobody answered, from somebody the owner does not know, carried "
                   "4096 bytes; a number of Sweden, as accounts of those attacks had"});
  Shown burst("unanswered_call");
  burst.record("android_whatsapp_calls", call(kStranger, 1, 0, 0))
      .record("android_whatsapp_calls", call(kStranger, 1, 0, 200));
  EXPECT_EQ(burst.claims(), (Claims{"targeted lead 46700000101@s.whatsapp.net",
                                    "targeted lead 46700000101@s.whatsapp.net"}));
}

TEST(Rules, UnansweredCallOfTheWeeksOfTheAttacks) {
  Shown shown("unanswered_call");
  shown.golden("ios_whatsapp_calls", "basic");
  ASSERT_FALSE(shown.reasons().empty());
  EXPECT_EQ(shown.reasons()[0],
            "a call that nobody answered, from somebody the owner does not know, carried 4415 "
            "bytes; in the weeks in which the calls of CVE-2019-3568 came; a number of Sweden, as "
            "accounts of those attacks had");
}

TEST(Rules, UnansweredCallsOfSeveralPeopleWithinDays) {
  Shown shown("unanswered_call");
  shown.record("android_whatsapp_calls", call("15555550101@s.whatsapp.net", 1, 0, 0))
      .record("android_whatsapp_calls", call("35755550102@s.whatsapp.net", 1, 0, 100'000))
      .record("android_whatsapp_calls", call("15555550103@s.whatsapp.net", 1, 0, 200'000))
      .record("android_whatsapp_calls", call("15555550104@s.whatsapp.net", 1, 0, 900'000))
      .record("android_package_dump",
              {{"package", sv("com.whatsapp")}, {"version", sv("2.19.98")}});
  const std::string three =
      "a video call that nobody answered, one of those of 3 people within days whom the owner does "
      "not know";
  const std::string old = "; WhatsApp here is 2.19.98, which has the flaw of CVE-2019-3568";
  EXPECT_EQ(
      shown.reasons(),
      (Claims{three + old, three + "; a number of Cyprus, as accounts of those attacks had" + old,
              three + old}));
}

TEST(Rules, UnansweredCallsOfAGroupAreOrdinary) {
  auto first = call("15555550101@s.whatsapp.net", 1, 0, 0);
  auto second = call("15555550101@s.whatsapp.net", 1, 0, 60);
  first.push_back({"group", sv("15555550109-1500000000@g.us")});
  second.push_back({"group", sv("15555550109-1500000000@g.us")});
  EXPECT_EQ(Shown("unanswered_call")
                .record("android_whatsapp_calls", first)
                .record("android_whatsapp_calls", second)
                .claims(),
            Claims{});
}

TEST(Rules, UnansweredCallLeavesOrdinaryOnesAlone) {
  // A friend's; one without data; a call centre by voice; answered; the owner's own.
  auto answered = call("46700000102@s.whatsapp.net", 0, 900, 0);
  answered[4] = {"outcome", sv("answered")};
  auto own = call("46700000103@s.whatsapp.net", 0, 900, 0);
  own[2] = {"direction", sv("sent")};
  EXPECT_EQ(Shown("unanswered_call")
                .record("android_whatsapp_contacts",
                        {{"whatsapp_id", sv("46700000104@s.whatsapp.net")}, {"name", sv("A")}})
                .record("android_whatsapp_chats",
                        {{"chat", sv("46700000105@s.whatsapp.net")}, {"messages", whole(12)}})
                .record("android_whatsapp_calls", call("46700000104@s.whatsapp.net", 0, 900, 0))
                .record("android_whatsapp_calls", call("46700000105@s.whatsapp.net", 0, 900, 0))
                .record("android_whatsapp_calls", call(kStranger, 1, 0, 0))
                .record("android_whatsapp_calls", call("46700000106@s.whatsapp.net", 0, 0, 0))
                .record("android_whatsapp_calls", call("46700000106@s.whatsapp.net", 0, 0, 60))
                .record("android_whatsapp_calls", answered)
                .record("android_whatsapp_calls", own)
                .claims(),
            Claims{});
}

}  // namespace
}  // namespace bridle
