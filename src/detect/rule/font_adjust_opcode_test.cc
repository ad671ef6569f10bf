#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

// The others are its ordinary twins: bytes that are put on the stack, damaged programs, a font that
// defines the instruction itself.
TEST(Rules, FontAdjustOpcode) {
  Shown shown("font_adjust_opcode");
  for (const char* name :
       {"adjust", "collection", "damaged", "defined", "document", "encrypted", "watchface"})
    shown.golden("media_fonts", name);
  EXPECT_EQ(shown.claims(),
            (Claims{"delivered lead bittern.ttf", "delivered lead Resources/dial.png"}));
  EXPECT_EQ(
      shown.reasons().at(1),
      "a TrueType font in it uses the undocumented instruction ADJUST, first in glyph 1, and a "
      "PDF holds it, as in Operation Triangulation (CVE-2023-41990)");
}

TEST(Rules, FontAdjustOpcodeKnowsAnOrdinaryFont) {
  Shown shown("font_adjust_opcode");
  shown.record("media_fonts",
               {{"path", sv("Rekha.ttf")},
                {"sha256", sv("f73ac85b632fd16dd1b02ec8fc075ab1fd297122efcff44a092e119f9b466549")},
                {"reached_adjusts", whole(2)}});
  EXPECT_EQ(shown.claims(), Claims{});
}

}  // namespace
}  // namespace bridle
