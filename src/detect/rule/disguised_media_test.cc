#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

// The others are its ordinary twins.
TEST(Rules, DisguisedMedia) {
  Shown shown("disguised_media");
  for (const char* name :
       {"document", "gif", "heic_as_jpg", "landfall", "mismatch", "motion_photo", "pdf_as_gif",
        "photo", "planes_apart", "program_behind", "psd_as_gif", "raw_photo", "webp_as_png"})
    shown.golden("media_structure", name);
  EXPECT_EQ(shown.claims(), (Claims{"delivered lead IMG-20250101-WA0001.jpg",
                                    "delivered lead b.gif", "delivered lead a.gif"}));
}

}  // namespace
}  // namespace bridle
