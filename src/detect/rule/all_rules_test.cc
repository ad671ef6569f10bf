// The cards of all rules.
#include <gtest/gtest.h>

#include "detect/rule.h"

namespace bridle {
namespace {

TEST(Rules, HaveWholeCards) {
  EXPECT_FALSE(rules().empty());
  for (const Rule* r : rules()) {
    EXPECT_FALSE(r->id.empty() || r->sees.empty() || r->source.empty() || r->watches.empty() ||
                 r->benign.empty() || r->confirm.empty())
        << r->id;
    EXPECT_TRUE(r->watch && r->judge) << r->id;
  }
}

}  // namespace
}  // namespace bridle
