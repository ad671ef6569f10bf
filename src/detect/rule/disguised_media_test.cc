#include <gtest/gtest.h>

#include "detect/rule/media_shown.h"

namespace bridle {
namespace {

TEST(Rules, DisguisedMedia) {
  Shown shown = shown_media("disguised_media");
  EXPECT_EQ(shown.claims(), (Claims{"delivered lead IMG-20250101-WA0001.jpg",
                                    "delivered lead ticket.pkpass/logo.png",
                                    "delivered lead ticket.pkpass/strip.png",
                                    "delivered lead b.gif", "delivered lead a.gif"}));
}

}  // namespace
}  // namespace bridle
