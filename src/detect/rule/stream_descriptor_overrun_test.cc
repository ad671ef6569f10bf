#include <gtest/gtest.h>

#include "detect/rule/media_shown.h"

namespace bridle {
namespace {

TEST(Rules, StreamDescriptorOverrun) {
  Shown shown = shown_media("stream_descriptor_overrun");
  EXPECT_EQ(shown.claims(), (Claims{"delivered lead received.mp4"}));
}

}  // namespace
}  // namespace bridle
