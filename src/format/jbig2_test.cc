#include "format/jbig2.h"

#include <gtest/gtest.h>

#include "format/jbig2_builder.h"

namespace bridle {
namespace {

using namespace std::string_literals;

Jbig2 read(const std::string& own, const std::string& shared = "") {
  return read_jbig2(as_bytes(shared), as_bytes(own));
}

const std::string kPage = jbig2_segment(0, 48, {}, std::string(19, '\0'));

TEST(Jbig2, CountsWhatTextsReferTo) {
  const std::string shared = jbig2_segment(1, 0, {}, jbig2_dictionary(40, 40));
  const std::string more = jbig2_segment(2, 0, {1}, jbig2_dictionary(50, 10));
  const Jbig2 found = read(kPage + more + jbig2_segment(3, 6, {1, 2}, "text"), shared);
  EXPECT_FALSE(found.lost) << found.lost->what;
  EXPECT_EQ(found.segments, 4U);
  EXPECT_EQ(found.dictionaries, 2U);
  EXPECT_EQ(found.symbols, 50U);
  EXPECT_EQ(found.texts, 1U);
  EXPECT_EQ(found.most_symbols, 90U);
  EXPECT_EQ(found.most_references, 2U);
  EXPECT_EQ(found.odd_references + found.odd_dictionaries, 0U);
}

// One dictionary, referred to so often that the sum of its symbols wraps.
TEST(Jbig2, SumsThatWrap) {
  const std::string dictionary = jbig2_segment(1, 0, {}, jbig2_dictionary(0x20000000, 0x20000000));
  const auto text = [&](std::size_t times) {
    return read(dictionary + jbig2_segment(70000, 6, std::vector<std::uint32_t>(times, 1), "text"));
  };
  EXPECT_FALSE(text(7).overflows());
  EXPECT_TRUE(text(8).overflows());
  EXPECT_EQ(text(8).most_symbols, 0x100000000U);
  EXPECT_EQ(text(0x20002).most_references, 0x20002U);
  EXPECT_EQ(text(0x20002).odd_references, 1U);
  EXPECT_EQ(text(8).odd_references, 0U);
}

TEST(Jbig2, DictionariesThatExportMoreThanTheyHave) {
  EXPECT_EQ(read(jbig2_segment(1, 0, {}, jbig2_dictionary(3, 2))).odd_dictionaries, 1U);
}

TEST(Jbig2, HuffmanAndRefinedDictionaries) {
  const std::string huffman = big(1, 2) + big(7, 4) + big(7, 4);
  const std::string refined = big(2, 2) + std::string(12, '\1') + big(9, 4) + big(9, 4);
  const std::string other = big(0x1402, 2) + std::string(2, '\1') + big(5, 4) + big(5, 4);
  EXPECT_EQ(read(jbig2_segment(0, 0, {}, huffman)).symbols, 7U);
  EXPECT_EQ(read(jbig2_segment(0, 0, {}, refined)).symbols, 9U);
  EXPECT_EQ(read(jbig2_segment(0, 0, {}, other)).symbols, 5U);
}

TEST(Jbig2, Refinements) {
  std::string all = kPage;
  for (std::uint32_t i = 1; i <= 1200; ++i) all += jbig2_segment(i, 42, {i - 1}, "coded");
  const Jbig2 found = read(all);
  EXPECT_FALSE(found.lost);
  EXPECT_EQ(found.segments, 1201U);
  EXPECT_EQ(found.refinements, 1200U);
  EXPECT_EQ(found.odd_references, 0U);
}

TEST(Jbig2, DataOfUnknownSize) {
  const std::string head = big(0, 4) + big(38, 1) + big(0, 1) + big(1, 1) + big(0xffffffff, 4);
  const std::string region = std::string(17, '\0');
  const std::string after = jbig2_segment(1, 49, {}, "");
  EXPECT_EQ(read(head + region + "\0coded\xff\xac"s + big(9, 4) + after).segments, 2U);
  EXPECT_EQ(read(head + region + "\1coded\0\0"s + big(9, 4) + after).segments, 2U);
  EXPECT_STREQ(read(head + region + "\0coded"s).lost->what,
               "the data of a JBIG2 segment break off");
}

TEST(Jbig2, WhatBreaksOffIsSaidWithItsPlace) {
  const std::string all = kPage + jbig2_segment(1, 0, {}, jbig2_dictionary(4, 4));
  for (std::size_t size = 1; size < all.size(); ++size)
    EXPECT_EQ(read(all.substr(0, size)).lost.has_value(), size != kPage.size()) << size;
  const Jbig2 count = read(big(9, 4) + big(6, 1) + big(0xa0, 1));
  EXPECT_STREQ(count.lost->what, "a JBIG2 segment states no count of references");
  const Jbig2 many = read(big(9, 4) + big(6, 1) + big(0xff000000, 4) + "few");
  EXPECT_TRUE(many.lost);
  EXPECT_EQ(many.odd_references, 1U);
  // A shared part that is damaged does not hide the picture's own.
  EXPECT_EQ(read(kPage, "\1\2\3").segments, 1U);
}

TEST(Jbig2, FilesInAndOutOfOrder) {
  const std::string magic = "\x97JB2\r\n\x1a\n";
  const std::string data = jbig2_dictionary(3, 3);
  const std::string head = big(0, 4) + big(0, 1) + big(0, 1) + big(1, 1) + big(data.size(), 4);
  const std::string end = big(1, 4) + big(51, 1) + big(0, 1) + big(0, 1) + big(0, 4);
  const std::string in_order = magic + "\1" + big(1, 4) + head + data + end;
  const std::string apart = magic + "\2" + head + end + data;
  for (const std::string& file : {in_order, apart}) {
    const auto found = read_jbig2_file(as_bytes(file));
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->lost) << found->lost->what;
    EXPECT_EQ(found->segments, 2U);
    EXPECT_EQ(found->symbols, 3U);
  }
  EXPECT_FALSE(read_jbig2_file(as_bytes("GIF89a, no JBIG2")));
}

}  // namespace
}  // namespace bridle
