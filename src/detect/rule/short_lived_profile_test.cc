#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> event(std::string_view operation, double seconds) {
  return {{"profile", sv("profile.example")}, {"operation", sv(operation)}, {"time", at(seconds)}};
}

Shown events(std::string_view first, std::string_view second, double apart) {
  Shown out("short_lived_profile");
  out.record("ios_profile_events", event(first, 0))
      .record("ios_profile_events", event(second, apart));
  return out;
}

TEST(Rules, ShortLivedProfile) {
  EXPECT_EQ(events("install", "remove", 1800).claims(), Claims{"context lead profile.example"});
}

TEST(Rules, ShortLivedProfileSparesOrdinaryOnes) {
  EXPECT_EQ(events("install", "remove", 7200).claims(), Claims{});
  EXPECT_EQ(events("remove", "install", 60).claims(), Claims{});
  EXPECT_EQ(events("install", "remove", 60)  // replaced by a newer one
                .record("ios_configuration_profiles", {{"identifier", sv("profile.example")}})
                .claims(),
            Claims{});
  EXPECT_EQ(Shown("short_lived_profile").golden("ios_profile_events", "basic").claims(), Claims{});
}

}  // namespace
}  // namespace bridle
