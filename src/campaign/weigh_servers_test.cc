#include "campaign/weigh_servers.h"

#include <gtest/gtest.h>

namespace bridle::campaign {
namespace {

constexpr Time kCall{1'556'668'800 * kSecond};

Time after(std::int64_t seconds) {
  return {kCall.us + seconds * kSecond};
}

struct Lake {
  Meetings meetings;
  Attacks attacks;

  void meets(std::uint32_t host, std::uint32_t phone) {
    ++meetings.met[std::uint64_t{host} << 32 | phone].times;
  }
  void meets_near(std::uint32_t host, std::uint32_t phone, Near how) {
    meets(host, phone);
    if (how == Near::before) ++meetings.met[std::uint64_t{host} << 32 | phone].lures;
    meetings.timed.push_back({host, phone, how, after(60), {}});
  }
};

// A hundred phones, of which ten were called; every phone meets hosts 1..9.
Lake a_lake() {
  Lake out;
  for (std::uint32_t phone = 0; phone < 100; ++phone) {
    out.meetings.spans[phone] = {};
    if (phone < 10) {
      out.meetings.spans[phone] = {.after = 3e-4, .before = 0.06};
      out.attacks[phone] = {kCall};
    }
    for (std::uint32_t host = 1; host < 10; ++host) out.meets(host, phone);
  }
  return out;
}

TEST(WeighServers, OneMeetingRightAfterACallIsEnoughForARareHost) {
  Lake lake = a_lake();
  lake.meets_near(0, 3, Near::after);
  const auto servers = weigh_servers(lake.meetings, lake.attacks);
  ASSERT_EQ(servers.size(), 10U);
  EXPECT_GT(servers[0].score, 0.9);
  EXPECT_NEAR(servers[0].chance, 6e-5, 1e-6);  // ten of a hundred, 3e-4 each, two questions
  for (std::size_t i = 1; i < 10; ++i) EXPECT_LT(servers[i].score, 0.1);
}

TEST(WeighServers, APopularHostThatIsMetThenToo) {
  Lake lake = a_lake();
  lake.meetings.timed.push_back({1, 3, Near::after, after(60), {}});
  lake.meetings.timed.push_back({1, 4, Near::after, after(60), {}});
  const auto servers = weigh_servers(lake.meetings, lake.attacks);
  EXPECT_LT(servers[0].score, 0.1);
  EXPECT_EQ(servers[0].called, 10U);
  EXPECT_EQ(servers[0].phones.size(), 100U);
}

TEST(WeighServers, LinksFromStrangersWeighLessThanMeetingsAfterACall) {
  Lake lake = a_lake();
  lake.meets_near(0, 3, Near::before);
  lake.meets_near(10, 3, Near::before);
  lake.meets_near(10, 4, Near::before);
  const auto servers = weigh_servers(lake.meetings, lake.attacks);
  EXPECT_GT(servers[0].chance, 0.01);
  EXPECT_LT(servers[10].chance, 1e-4);
  EXPECT_LT(servers[0].score, servers[10].score);
}

TEST(WeighServers, NothingIsNamedWithoutACall) {
  Lake lake = a_lake();
  lake.attacks.clear();
  lake.meets(0, 3);
  for (const WeighedServer& server : weigh_servers(lake.meetings, lake.attacks))
    EXPECT_LT(server.score, 0.01);
}

TEST(Near, IsTenMinutesAfterACallAndAWeekBeforeTheFirst) {
  const std::vector<Time> calls{kCall, after(86'400)};
  EXPECT_EQ(near(calls, after(599), false), Near::after);
  EXPECT_FALSE(near(calls, after(601), false));
  EXPECT_EQ(near(calls, after(86'401), false), Near::after);
  EXPECT_EQ(near(calls, after(-3600), true), Near::before);
  EXPECT_FALSE(near(calls, after(-3600), false));
  EXPECT_FALSE(near(calls, after(-8 * 86'400), true));
  EXPECT_FALSE(near({}, after(0), true));
}

}  // namespace
}  // namespace bridle::campaign
