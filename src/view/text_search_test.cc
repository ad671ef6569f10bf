#include "view/text_search.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace bridle {
namespace {

using Numbers = std::vector<std::size_t>;

std::string plain(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) {
    for (int shift = 0; shift < 32; shift += 8)
      out += static_cast<char>(text.size() >> shift & 0xff);
    out += text;
  }
  return out;
}

Numbers found(const TextSearch& search, const std::vector<std::string>& texts) {
  Numbers out;
  EXPECT_TRUE(search.each_fit(plain(texts), [&](std::size_t n) { out.push_back(n); }));
  return out;
}

TEST(TextSearch, ContainsTakesSmallAndLargeLettersAsTheSame) {
  const TextSearch search("kESTREL-9", Compare::contains);
  EXPECT_TRUE(search.fits("https://Kestrel-9.example"));
  EXPECT_FALSE(search.fits("kestrel-"));
  EXPECT_FALSE(
      search.fits("kestrel\x0d"
                  "9"));  // '-' with the bit of small letters taken off
  EXPECT_TRUE(TextSearch("[", Compare::contains).fits("a[b"));
  EXPECT_FALSE(TextSearch("[", Compare::contains).fits("a{b"));
  EXPECT_TRUE(TextSearch("", Compare::contains).fits(""));
}

TEST(TextSearch, EqualsTakesEachByteAsItIs) {
  const TextSearch search("Ab", Compare::equals);
  EXPECT_TRUE(search.fits("Ab"));
  EXPECT_FALSE(search.fits("ab"));
  EXPECT_FALSE(search.fits("Abc"));
  EXPECT_EQ(found(search, {"xAb", "Ab", "Abc", "ab", "", "Ab"}), (Numbers{1, 5}));
}

TEST(TextSearch, EachTextOnceAndNoneOverTheEndOfAnother) {
  const TextSearch search("ab", Compare::contains);
  EXPECT_EQ(found(search, {"ababab", "xa", "b", "", "a", "bab", "AB"}), (Numbers{0, 5, 6}));
  EXPECT_EQ(found(search, {}), Numbers());
  // The length of the second text is the letter that would be found.
  const std::string text(0x61, 'x');
  EXPECT_EQ(found(TextSearch("a", Compare::contains), {"b", text, "a"}), (Numbers{2}));
}

TEST(TextSearch, AtEveryPlaceOfLongTexts) {
  for (std::size_t at = 4000; at < 4200; ++at) {
    std::string text(9000, 'n');
    text.replace(at, 6, "Needle");
    EXPECT_TRUE(TextSearch("needle", Compare::contains).fits(text)) << at;
    text[at + 3] = 'n';
    EXPECT_FALSE(TextSearch("needle", Compare::contains).fits(text)) << at;
  }
}

TEST(TextSearch, LengthsThatLeadOut) {
  const TextSearch search("a", Compare::contains);
  const auto broken = [&](std::string bytes) {
    return !search.each_fit(bytes, [](std::size_t) {});
  };
  EXPECT_TRUE(broken(std::string("\x09\0\0\0a", 5)));
  EXPECT_TRUE(
      broken(std::string("\xff\xff\xff\xff"
                         "aa",
                         6)));
  EXPECT_TRUE(broken(plain({"b"}) + "a"));
}

}  // namespace
}  // namespace bridle
