#include "format/truetype_program.h"

#include <gtest/gtest.h>

#include <string>

namespace bridle {
namespace {

using namespace std::string_literals;

FontProgram read(const std::string& program) {
  return font_program(as_bytes(program), {});
}

TEST(FontProgram, PassesOverWhatIsPutOnTheStack) {
  EXPECT_EQ(read("\x40\2\x8f\x90\x30"s).adjusts[0], 0U);
  EXPECT_EQ(read("\x41\1\x8f\x90\x30"s).adjusts[0], 0U);
  EXPECT_EQ(read("\xb1\x8f\x90\x30"s).adjusts[0], 0U);
  EXPECT_EQ(read("\xb8\x8f\x90\x30"s).adjusts[0], 0U);
  EXPECT_EQ(read("\xb7\1\2\3\4\5\6\7\x8f\xbf"s + std::string(16, '\x8f')).adjusts[0], 0U);
  EXPECT_EQ(read("\x40\2\x8f\x90\x30"s).instructions, 2U);
}

TEST(FontProgram, FindsAdjust) {
  const FontProgram found = read("\x40\2\1\2\x8f\x30\x90"s);
  EXPECT_EQ(found.adjusts[0], 1U);
  EXPECT_EQ(found.adjusts[1], 1U);
  EXPECT_EQ(found.reached, found.adjusts);
  EXPECT_FALSE(found.cut);
}

TEST(FontProgram, Definitions) {
  // Two functions and an instruction, whose numbers are all put on the stack first.
  const FontProgram found = read("\xb2\x91\1\0\x2c\xb0\x07\x20\x2d\x2c\x2d\x89\x20\x2d"s);
  EXPECT_TRUE(found.defines[0x91]);
  EXPECT_FALSE(found.defines[0x8f]);
  EXPECT_FALSE(read("\x89\x2d"s).defines[0]);  // of a number that is not known
}

// A jump by a fixed distance into values makes instructions of them.
TEST(FontProgram, FollowsJumpsIntoValues) {
  EXPECT_EQ(read("\xb0\2\x1c\xb0\x8f"s).adjusts[0], 1U);
  EXPECT_EQ(read("\xb1\2\1\x78\xb0\x8f"s).adjusts[0], 1U);
  EXPECT_EQ(read("\xb0\1\x1c\xb0\x8f"s).adjusts[0], 0U);
  EXPECT_EQ(read("\xb8\xff\xff\x1c\x30"s).instructions, 4U);  // back: ends all the same
}

// At a code that nothing defines an interpreter stops, if it comes to it.
TEST(FontProgram, WhatIsReached) {
  const auto reached = [](const std::string& program) { return read(program).reached[0]; };
  EXPECT_EQ(reached("\xb0\1\x28\x8f"), 0U);
  EXPECT_EQ(reached("\xb0\1\x8f\x28"), 1U);
  EXPECT_EQ(reached("\x30\x8f"), 0U);                   // nothing to work with
  EXPECT_EQ(reached("\xb0\0\x58\x28\x59\x8f"s), 1U);    // in a condition
  EXPECT_EQ(reached("\xb0\2\x1c\x28\x8f"s), 1U);        // jumped over
  EXPECT_EQ(reached("\xb0\0\x2c\x28\x2d\x8f"s), 1U);    // in a function
  EXPECT_EQ(reached("\xb0\xa0\x89\x2d\xa0\x8f"s), 1U);  // the program defines it
  EXPECT_EQ(reached("\xb0\1\xa0\x8f"), 0U);
  FontCodes defined{};
  defined[0xa0] = true;
  EXPECT_EQ(font_program(as_bytes("\xb0\1\xa0\x8f"), defined).reached[0], 1U);
}

TEST(FontProgram, CutPrograms) {
  EXPECT_TRUE(read("\x40").cut);
  EXPECT_TRUE(read("\x40\5\1").cut);
  EXPECT_TRUE(read("\xb7\1").cut);
  EXPECT_FALSE(read("").cut);
}

}  // namespace
}  // namespace bridle
