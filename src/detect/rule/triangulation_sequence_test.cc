#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> file(const char* path, double seconds) {
  return {{"path", sv(path)}, {"modified", at(seconds)}, {"changed", at(seconds)}};
}

TEST(Rules, TriangulationSequenceHasItsYears) {
  constexpr double kYears = 3 * 366 * 86400.0;  // from 2022 to 2025
  Shown late("triangulation_sequence");
  late.record("ios_manifest",
              file("/private/var/root/Library/Preferences/com.apple.ImageIO.plist", kYears))
      .record("ios_datausage", {{"process", sv("nehelper")}, {"time", at(kYears + 60)}});
  EXPECT_EQ(late.claims(), Claims{});
}

TEST(Rules, TriangulationSequence) {
  const char* image = "/private/var/root/Library/Preferences/com.apple.ImageIO.plist";
  const std::vector<Made> helper = {{"process", sv("nehelper")}, {"time", at(80)}};
  const Claims both = {std::string("delivered lead ") + image, "delivered lead nehelper"};
  EXPECT_EQ(Shown("triangulation_sequence")
                .record("ios_manifest", file(image, 20))
                .record("ios_datausage", helper)
                .claims(),
            both);
  // Alone, too far apart, or with a real attachment beside it: ordinary.
  EXPECT_EQ(Shown("triangulation_sequence").record("ios_datausage", helper).claims(), Claims{});
  EXPECT_EQ(Shown("triangulation_sequence")
                .record("ios_manifest", file(image, 900))
                .record("ios_datausage", helper)
                .claims(),
            Claims{});
  EXPECT_EQ(
      Shown("triangulation_sequence")
          .record("ios_manifest", file(image, 20))
          .record("ios_manifest",
                  file("/private/var/mobile/Library/SMS/Attachments/a1/01/GUID/IMG_1.jpg", 30))
          .record("ios_datausage", helper)
          .claims(),
      Claims{});
}

}  // namespace
}  // namespace bridle
