#include "format/pdf_syntax.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

std::string values(std::string_view text) {
  PdfTokens in(text);
  std::string out;
  for (auto v = in.value(); !v.empty(); v = in.value()) out += std::string(v) + "|";
  return out;
}

TEST(PdfSyntax, Values) {
  EXPECT_EQ(values("12 -.5 /Na#6de(a(b)\\)c)<48 65>true"),
            "12|-.5|/Na#6de|(a(b)\\)c)|<48 65>|true|");
  EXPECT_EQ(values("1 0 R 1 0 2 [1 0 R [2]] <</A<</B/C>>/D 1>> % words\n9"),
            "1 0 R|1|0|2|[1 0 R [2]]|<</A<</B/C>>/D 1>>|9|");
  EXPECT_EQ(values("<< /A [ 1 endobj"), "<< /A [ 1|");
  EXPECT_EQ(values("(no end"), "(no end|");
  EXPECT_EQ(values("endobj"), "");
}

TEST(PdfSyntax, Names) {
  EXPECT_EQ(pdf_name("/JBIG2#44ecode"), "JBIG2Decode");
  EXPECT_EQ(pdf_name("/a#zz#4"), "a#zz#4");
  EXPECT_EQ(pdf_name("(text)"), "");
}

TEST(PdfSyntax, NumbersAndReferences) {
  EXPECT_EQ(pdf_number("12"), 12U);
  EXPECT_EQ(pdf_number("+12.5"), 12U);
  EXPECT_FALSE(pdf_number("-1"));
  EXPECT_FALSE(pdf_number("12a"));
  EXPECT_FALSE(pdf_number(""));
  EXPECT_EQ(pdf_reference("12 0 R"), 12U);
  EXPECT_FALSE(pdf_reference("12 0"));
  EXPECT_FALSE(pdf_reference("(12 0 R)"));
}

TEST(PdfSyntax, Dictionaries) {
  const auto all = pdf_dictionary("<</A 1/#42<</A 2>>/C/D/E>>");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(pdf_entry(all, "A"), "1");
  EXPECT_EQ(pdf_entry(all, "B"), "<</A 2>>");
  EXPECT_EQ(pdf_entry(all, "C"), "/D");
  EXPECT_EQ(pdf_entry(all, "E"), "");  // has no value
  EXPECT_TRUE(pdf_dictionary("[1]").empty());
  EXPECT_EQ(pdf_list("[1 [2 3] 4 0 R]").size(), 3U);
  EXPECT_TRUE(pdf_list("1").empty());
}

}  // namespace
}  // namespace bridle
