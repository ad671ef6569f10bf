#include <gtest/gtest.h>

#include "detect/rule/media_shown.h"

namespace bridle {
namespace {

TEST(Rules, OddOpcodes) {
  Shown shown = shown_media("odd_opcodes");
  EXPECT_EQ(shown.claims(), (Claims{"delivered lead IMG-20250101-WA0001.jpg"}));
}

}  // namespace
}  // namespace bridle
