#include "campaign/statistics.h"

#include <gtest/gtest.h>

#include <cmath>

namespace bridle::campaign {
namespace {

TEST(Statistics, WilsonsIntervalIsThatOfTheTextbook) {
  const Interval ten = wilson(10, 100);  // 0.0552..0.1744, by hand
  EXPECT_NEAR(ten.low, 0.0552, 1e-4);
  EXPECT_NEAR(ten.high, 0.1744, 1e-4);
}

TEST(Statistics, NothingSeenIsNotNothingThere) {
  const Interval none = wilson(0, 10);
  EXPECT_EQ(none.low, 0);
  EXPECT_NEAR(none.high, 0.2775, 1e-4);
  EXPECT_EQ(wilson(10, 10).high, 1);
  EXPECT_EQ(wilson(0, 0).low, 0);
  EXPECT_EQ(wilson(0, 0).high, 1);
}

TEST(Statistics, BinomialTailAddsUp) {
  EXPECT_NEAR(binomial_tail(1, 2, 0.5), 0.75, 1e-12);
  EXPECT_NEAR(binomial_tail(3, 3, 0.1), 0.001, 1e-12);
  EXPECT_NEAR(binomial_tail(2, 200, 0.001), 0.0174575, 1e-6);
  EXPECT_EQ(binomial_tail(0, 5, 0.1), 1);
  EXPECT_EQ(binomial_tail(1, 5, 0), 0);
  EXPECT_EQ(binomial_tail(6, 5, 0.1), 0);
  EXPECT_EQ(binomial_tail(2, 5, 1), 1);
}

TEST(Statistics, SmallChancesWeighMuch) {
  EXPECT_NEAR(most_odds(0.05), 2.456, 1e-3);
  EXPECT_NEAR(most_odds(0.001), 53.26, 1e-2);
  EXPECT_EQ(most_odds(0.5), 1);
  EXPECT_TRUE(std::isfinite(most_odds(0)));
}

TEST(Statistics, FewStrongOnesAmongManyAreFound) {
  std::vector<double> log_odds(2000, -4);
  for (std::size_t i = 0; i < 10; ++i) log_odds[i] = 9;
  const std::vector<double> scores = posteriors(log_odds, 0);
  for (std::size_t i = 0; i < scores.size(); ++i) EXPECT_EQ(scores[i] > 0.5, i < 10) << i;
}

TEST(Statistics, WeakEvidenceAmongManyIsNothing) {
  std::vector<double> log_odds(2000, -4);
  log_odds[7] = std::log(1000);  // one in a thousand, among two thousand
  for (const double score : posteriors(log_odds, 0)) EXPECT_LT(score, 0.01);
}

TEST(Statistics, FewThingsTeachLittle) {
  const std::vector<double> log_odds{std::log(50)};
  EXPECT_GT(posteriors(log_odds, 0)[0], 0.9);
  EXPECT_LT(posteriors(log_odds, 100)[0], 0.1);
}

TEST(Statistics, NothingHasNoPosteriors) {
  EXPECT_TRUE(posteriors({}, 100).empty());
}

}  // namespace
}  // namespace bridle::campaign
