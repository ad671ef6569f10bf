#include "campaign/weigh_things.h"

#include <gtest/gtest.h>

#include "campaign/campaign.h"

namespace bridle::campaign {
namespace {

// A hundred phones of two countries, of which the first ten were reached; all show apps.
constexpr std::uint32_t kPhones = 100, kReached = 10;

std::string country(std::uint32_t phone) {
  return phone < 40 ? "FR" : "DE";
}

Thing app(const char* id, std::vector<std::uint32_t> phones) {
  return {.kind = Kind::app, .id = id, .phones = std::move(phones)};
}

std::vector<std::uint32_t> from_to(std::uint32_t from, std::uint32_t to) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = from; i < to; ++i) out.push_back(i);
  return out;
}

std::vector<WeighedThing> weighed(Things& things) {
  things.showing[0] = from_to(0, kPhones);
  std::set<std::uint32_t> reached;
  for (std::uint32_t i = 0; i < kReached; ++i) reached.insert(i);
  return weigh_things(things, reached, country);
}

TEST(WeighThings, WhatOnlyTheReachedHaveIsNamed) {
  Things things{.all = {app("everybody", from_to(0, kPhones)), app("implant", from_to(0, 8))},
                .showing = {}};
  const auto found = weighed(things);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_LT(found[0].score, 0.01);
  EXPECT_EQ(found[1].reached, 8U);
  EXPECT_EQ(found[1].of_others, 90U);
  // Of the 40 phones in France eight have it, by chance all of them among the ten: C(10,8) /
  // C(40,8).
  EXPECT_NEAR(found[1].chance, 45.0 / 76904685.0, 1e-12);
  EXPECT_GT(found[1].score, kBorder);
}

TEST(WeighThings, TwoPhonesAreNoCampaign) {
  Things things{.all = {app("game", {0, 1})}, .showing = {}};
  EXPECT_LT(weighed(things)[0].score, kBorder);
}

// All of the reached are French: what the French have is no trait of theirs.
TEST(WeighThings, PhonesAreComparedWithThoseOfTheirCountry) {
  Things things{.all = {app("bank", from_to(0, 40)), app("bank with one more", from_to(0, 41))},
                .showing = {}};
  const auto found = weighed(things);
  EXPECT_DOUBLE_EQ(found[0].chance, 1);
  EXPECT_LT(found[0].score, 0.01);
  EXPECT_LT(found[1].score, 0.01);
}

TEST(WeighThings, WhatOthersHaveTooIsLikelyNoneOfTheirs) {
  std::vector<std::uint32_t> phones = from_to(0, 9);
  for (std::uint32_t i = 50; i < 62; ++i) phones.push_back(i);
  Things things{.all = {app("tool", std::move(phones))}, .showing = {}};
  EXPECT_LT(weighed(things)[0].score, kBorder);
}

}  // namespace
}  // namespace bridle::campaign
