#include "format/truetype.h"

#include <gtest/gtest.h>

#include "format/truetype_builder.h"

namespace bridle {
namespace {

using namespace std::string_literals;

TrueType read(const std::string& file) {
  const auto fonts = read_truetype(as_bytes(file));
  EXPECT_TRUE(fonts);
  return fonts ? fonts->front() : TrueType();
}

FontTables with(FontTables tables, const std::string& tag, const std::string& bytes) {
  tables.emplace_back(tag, bytes);
  return tables;
}

TEST(TrueType, ProgramsOfLettersInBothListings) {
  for (const int width : {2, 4}) {
    const TrueType font = read(font_of(letters(
        {simple_glyph("\xb0\1\x8f"s), "", simple_glyph("\x30\x31"s), simple_glyph("\xb0\1\x8f")},
        width)));
    EXPECT_FALSE(font.lost) << font.lost->what;
    EXPECT_EQ(font.sort, "truetype");
    EXPECT_EQ(font.tables, 4U);
    EXPECT_EQ(font.glyphs, 4U);
    EXPECT_EQ(font.programs, 3U);
    EXPECT_EQ(font.instructions, 6U);
    EXPECT_EQ(font.adjusts, 2U);
    EXPECT_EQ(font.reached_adjusts, 2U);
    EXPECT_EQ(font.first_in, "glyph 0");
  }
}

TEST(TrueType, ProgramsOfTheFont) {
  const FontTables plain = letters({simple_glyph("\x30")});
  const TrueType font = read(font_of(with(with(plain, "fpgm", "\x90"), "prep", "\x8f\x90")));
  EXPECT_EQ(font.programs, 3U);
  EXPECT_EQ(font.adjusts, 3U);
  EXPECT_EQ(font.first_in, "fpgm");
}

// A font may call an instruction of its own 8f: it then means what the font says.
TEST(TrueType, AnInstructionThatTheFontDefinesItself) {
  const FontTables plain = letters({simple_glyph("\xb0\1\x8f\x90")});
  const TrueType font = read(font_of(with(plain, "fpgm", "\xb0\x8f\x89\x20\x2d")));
  EXPECT_EQ(font.adjusts, 2U);
  EXPECT_EQ(font.reached_adjusts, 1U);
}

TEST(TrueType, LettersMadeOfOthers) {
  const std::string first = big(0x0028 | 1, 2) + big(0, 2) + big(0, 4) + big(0, 2);
  const std::string second = big(0x0100 | 0x40, 2) + big(0, 2) + big(0, 2) + big(0, 4);
  const std::string box = std::string(8, '\0');
  const std::string composed = big(0xffff, 2) + box + first + second + big(1, 2) + "\x8f";
  const std::string bare = big(0xffff, 2) + box + big(0x80, 2) + big(0, 2) + big(0, 2) + box;
  const TrueType font = read(font_of(letters({composed, bare})));
  EXPECT_FALSE(font.lost) << font.lost->what;
  EXPECT_EQ(font.programs, 1U);
  EXPECT_EQ(font.adjusts, 1U);
}

TEST(TrueType, NamesAndCff) {
  const auto name = [](int platform, const std::string& text) {
    return big(0, 2) + big(1, 2) + big(18, 2) + big(platform, 2) + big(0, 4) + big(4, 2) +
           big(text.size(), 2) + big(0, 2) + text;
  };
  EXPECT_EQ(read(font_of({{"name", name(1, "Heron")}})).name, "Heron");
  const TrueType cff = read(font_of({{"name", name(3, "\0H\0i"s)}, {"CFF ", "x"}}, 0, "OTTO"));
  EXPECT_EQ(cff.name, "Hi");
  EXPECT_EQ(cff.sort, "opentype");
  EXPECT_EQ(cff.programs, 0U);
  EXPECT_FALSE(cff.lost);
}

TEST(TrueType, Collections) {
  const std::string one = font_of(letters({simple_glyph("\x30")}), 20);
  const std::string two = font_of(letters({simple_glyph("\x8f")}), 20 + one.size());
  const std::string head = "ttcf" + big(0x10000, 4) + big(2, 4) + big(20, 4);
  const auto fonts = read_truetype(as_bytes(head + big(20 + one.size(), 4) + one + two));
  ASSERT_TRUE(fonts);
  ASSERT_EQ(fonts->size(), 2U);
  EXPECT_EQ(fonts->at(0).adjusts, 0U);
  EXPECT_EQ(fonts->at(1).adjusts, 1U);
  EXPECT_FALSE(read_truetype(as_bytes("ttcf" + big(0x10000, 4) + big(0, 4))));
  EXPECT_FALSE(read_truetype(as_bytes("no font at all"s)));
}

TEST(TrueType, WhatBreaksOffIsSaid) {
  const std::string whole =
      font_of(with(letters({simple_glyph("\x30"), simple_glyph("\x31")}), "fpgm", "\x30\x31"));
  for (std::size_t size = 12; size < whole.size(); ++size)
    EXPECT_TRUE(read(whole.substr(0, size)).lost) << size;
  FontTables wrong = letters({simple_glyph("\x30"), simple_glyph("\x31")});
  wrong[2].second = big(0, 4) + big(900, 4) + big(4, 4);
  EXPECT_STREQ(read(font_of(wrong)).lost->what, "a letter lies outside of its table");
  wrong[2].second = big(0, 4);
  EXPECT_STREQ(read(font_of(wrong)).lost->what, "the list of letters breaks off");
}

// Tables that all name the same bytes cost no more than the limit.
TEST(TrueType, BoundsItsWork) {
  FontTables many;
  for (int i = 0; i < 400; ++i) many.emplace_back("fpgm", i == 0 ? std::string(1 << 20, '0') : "");
  std::string file = font_of(many);
  for (std::size_t i = 1; i < many.size(); ++i) file.replace(12 + 16 * i, 16, file.substr(12, 16));
  EXPECT_STREQ(read(file).lost->what, "its programs are too large in all");
}

}  // namespace
}  // namespace bridle
