#include "campaign/weigh_accounts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

namespace bridle::campaign {
namespace {

constexpr Time kApril{1'554'076'800 * kSecond};

Time at(std::int64_t day, std::int64_t second) {
  return {kApril.us + (day * 86'400 + second) * kSecond};
}

Call call(std::uint32_t account, std::uint32_t phone, Time time, Picture picture = Picture::voice) {
  return {.account = account,
          .phone = phone,
          .time = time,
          .by = Whose::theirs,
          .answer = Answer::none,
          .picture = picture,
          .bytes = 0,
          .origin = {}};
}

Traces traces_of(std::vector<Call> calls) {
  std::ranges::stable_sort(
      calls, {}, [](const Call& one) { return std::tuple(one.account, one.phone, one.time); });
  return {.calls = std::move(calls), .written = {}, .usual = {.missed = 1000, .video = 200}};
}

WeighedAccounts weigh(const std::vector<Approach>& all, const Traces& traces) {
  return weigh_accounts(all, {.phones = 400,
                              .usual = traces.usual,
                              .foreign = [](const Approach&) { return false; },
                              .bookless = [](const Approach&) { return false; },
                              .known_on = [](std::uint32_t) { return 0; }});
}

// Account 0 rings three phones of 400 as an attack does; 1 is a call centre; the rest called once.
std::vector<Call> a_lake() {
  std::vector<Call> out;
  for (std::uint32_t phone = 0; phone < 3; ++phone)
    for (std::int64_t second : {0, 40, 100})
      out.push_back(call(0, phone, at(phone, second), Picture::video));
  for (std::uint32_t phone = 0; phone < 300; ++phone)
    out.push_back(call(1, phone, at(phone % 90, phone)));
  for (std::uint32_t account = 2; account < 500; ++account)
    out.push_back(call(account, account % 400, at(account % 90, 0),
                       account % 10 == 0 ? Picture::video : Picture::voice));
  return out;
}

TEST(Approach, CountsBurstsAndTheirDays) {
  const Traces traces = traces_of({call(0, 0, at(0, 0), Picture::video), call(0, 0, at(0, 500)),
                                   call(0, 0, at(0, 700)), call(0, 0, at(3, 0)),
                                   call(0, 0, at(3, 30)), call(0, 0, at(9, 0))});
  const auto all = approaches(traces);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].missed, 6U);
  EXPECT_EQ(all[0].video, 1U);
  EXPECT_EQ(all[0].burst, 2U);
  EXPECT_EQ(all[0].burst_days, 2U);
  EXPECT_FALSE(all[0].talked);
}

TEST(Approach, OneCallInTwoStoresIsOne) {
  const Traces traces = traces_of({call(0, 0, at(0, 0)), call(0, 0, at(0, 1))});
  EXPECT_EQ(approaches(traces)[0].missed, 1U);
}

TEST(Approach, WhoWasWrittenToIsTalkedWith) {
  Traces traces = traces_of({call(0, 5, at(0, 0)), call(1, 5, at(0, 0))});
  traces.written = {{1, 5}};
  const auto all = approaches(traces);
  EXPECT_FALSE(all[0].talked);
  EXPECT_TRUE(all[1].talked);
}

TEST(WeighAccounts, NamesTheAttackAlone) {
  const Traces traces = traces_of(a_lake());
  const auto all = approaches(traces);
  const WeighedAccounts weighed = weigh(all, traces);
  ASSERT_EQ(weighed.accounts.size(), 500U);
  EXPECT_GT(weighed.accounts[0].score, 0.9);
  for (std::size_t i = 1; i < weighed.accounts.size(); ++i)
    EXPECT_LT(weighed.accounts[i].score, 0.1) << i;
  EXPECT_FALSE(weighed.period);  // one account has no period that others could be held against
}

TEST(WeighAccounts, WhoTalksIsNoAttack) {
  auto calls = a_lake();
  for (Call& one : calls)
    if (one.account == 0 && one.time == at(one.phone, 100)) one.answer = Answer::talked;
  const Traces traces = traces_of(std::move(calls));
  const auto all = approaches(traces);
  EXPECT_LT(weigh(all, traces).accounts[0].score, 0.01);
}

TEST(WeighAccounts, TwoVideoCallsOnOnePhoneAreNoCampaign) {
  const Traces traces = traces_of({call(0, 0, at(0, 0), Picture::video),
                                   call(0, 0, at(0, 40), Picture::video), call(1, 0, at(5, 0))});
  const auto all = approaches(traces);
  EXPECT_LT(weigh(all, traces).accounts[0].score, 0.5);
}

TEST(WeighAccounts, OneOddPairAmongManyWeighsLittle) {
  auto calls = a_lake();
  for (const std::int64_t second : {10, 20, 30})
    calls.push_back(call(1, 7, at(7, second), Picture::video));
  const Traces traces = traces_of(std::move(calls));
  const auto all = approaches(traces);
  EXPECT_LT(weigh(all, traces).accounts[1].score, 0.01);
}

}  // namespace
}  // namespace bridle::campaign
