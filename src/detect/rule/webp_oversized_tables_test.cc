#include <gtest/gtest.h>

#include "detect/rule/media_shown.h"

namespace bridle {
namespace {

TEST(Rules, WebpOversizedTables) {
  Shown shown = shown_media("webp_oversized_tables");
  EXPECT_EQ(shown.claims(),
            (Claims{"delivered lead ticket.pkpass/logo.png", "delivered lead received.webp"}));
}

}  // namespace
}  // namespace bridle
