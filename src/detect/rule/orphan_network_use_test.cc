#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> orphan(std::int64_t id, double seconds) {
  return {{"orphan", whole(1)}, {"process_id", id}, {"time", at(seconds)}};
}

TEST(Rules, OrphanNetworkUse) {
  EXPECT_EQ(Shown("orphan_network_use")
                .record("ios_datausage", orphan(7, 0))
                .record("ios_datausage", orphan(7, 5))
                .record("ios_datausage", {{"orphan", whole(0)}, {"process_id", whole(8)}})
                .claims(),
            Claims{"executed lead ZLIVEUSAGE row of process 7, which has no process record"});
  Shown many("orphan_network_use");
  for (int i = 0; i < 40; ++i) many.record("ios_datausage", orphan(100 + i, i * .5));
  EXPECT_EQ(many.claims(),
            Claims{"context lead ZLIVEUSAGE row of process 100, which has no process record"});
}

TEST(Rules, OrphanNetworkUseInGoldenFiles) {
  EXPECT_EQ(Shown("orphan_network_use").golden("ios_datausage", "orphan").claims(),
            Claims{"executed lead ZLIVEUSAGE row of process 4, which has no process record"});
}

}  // namespace
}  // namespace bridle
