#include <gtest/gtest.h>

#include "detect/rule/media_shown.h"

namespace bridle {
namespace {

TEST(Rules, GifFrameWithoutArea) {
  Shown shown = shown_media("gif_frame_without_area");
  EXPECT_EQ(shown.claims(), (Claims{"delivered lead cat.gif"}));
}

}  // namespace
}  // namespace bridle
