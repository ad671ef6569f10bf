#include <gtest/gtest.h>

#include "detect/rule/media_shown.h"

namespace bridle {
namespace {

TEST(Rules, AppendedArchive) {
  Shown shown = shown_media("appended_archive");
  EXPECT_EQ(shown.claims(),
            (Claims{"delivered lead IMG-20250101-WA0001.jpg", "delivered lead meme.png"}));
}

}  // namespace
}  // namespace bridle
