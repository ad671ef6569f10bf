#include "sink/error_rates.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "detect/rule.h"

namespace bridle {
namespace {

TEST(ErrorRates, AreThoseOfRulesThatExist) {
  for (const ErrorRate& rate : kExam.rules) {
    EXPECT_TRUE(rate.rule == kIndicatorRules ||
                std::ranges::count(rules(), rate.rule, [](const Rule* r) { return r->id; }) == 1)
        << rate.rule << ": run tools/error_rates.py";
    EXPECT_LE(rate.recall.k, rate.recall.n);
    EXPECT_EQ(rate.false_alarms.n, kExam.match_alarms.n);
  }
  EXPECT_EQ(error_rate_of("indicator.domain")->rule, kIndicatorRules);
  EXPECT_EQ(error_rate_of("no_such_rule"), nullptr);
}

}  // namespace
}  // namespace bridle
