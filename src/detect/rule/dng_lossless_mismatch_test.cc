#include <gtest/gtest.h>

#include "detect/rule/media_shown.h"

namespace bridle {
namespace {

TEST(Rules, DngLosslessMismatch) {
  Shown shown = shown_media("dng_lossless_mismatch");
  EXPECT_EQ(shown.claims(), (Claims{"delivered lead received.dng"}));
}

}  // namespace
}  // namespace bridle
