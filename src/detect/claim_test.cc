#include "detect/claim.h"

#include <gtest/gtest.h>

#include <utility>

namespace bridle {
namespace {

Indicator indicator(IndicatorType type, std::string value, Caution caution = Caution::none) {
  Indicator out;
  out.type = type;
  out.value = std::move(value);
  out.caution = std::to_underlying(caution);
  return out;
}

TEST(Claim, WhatMillionsOfPhonesHaveSaysNothing) {
  const Indicator shared = indicator(IndicatorType::ip, "192.0.2.7", Caution::shared_host);
  EXPECT_TRUE(says_nothing("android_intrusion_connect", Trace::contacted, shared));
  EXPECT_FALSE(says_nothing("android_sms", Trace::received, shared));
  EXPECT_FALSE(says_nothing("android_intrusion_connect", Trace::contacted,
                            indicator(IndicatorType::ip, "192.0.2.7")));
  const Indicator keeper = indicator(IndicatorType::process, "gatekeeperd");
  EXPECT_TRUE(says_nothing("android_processes", Trace::ran, keeper));
  EXPECT_FALSE(says_nothing("ios_datausage", Trace::ran, keeper));
  EXPECT_FALSE(
      says_nothing("android_processes", Trace::ran, indicator(IndicatorType::process, "bridged")));
}

TEST(Claim, WhoTalkedIsANameAndNoMoreThanALead) {
  const Weight app = weigh(Trace::contacted, indicator(IndicatorType::app, "com.evil"), "com.evil");
  EXPECT_EQ(app.level, Level::lead);
  EXPECT_EQ(app.claim, Class::executed);
  const Weight host = weigh(Trace::contacted, indicator(IndicatorType::domain, "evil.example"), "");
  EXPECT_EQ(host.level, Level::match);
}

}  // namespace
}  // namespace bridle
