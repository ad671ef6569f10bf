#include "format/pdf_filter.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace bridle {
namespace {

using namespace std::string_literals;

std::string packed(const std::string& text) {
  std::string out(compressBound(text.size()), '\0');
  uLongf size = out.size();
  compress(as_writable_uchar(as_writable_bytes(out)), &size, as_uchar(as_bytes(text)), text.size());
  out.resize(size);
  return out;
}

PdfUnpacked unpack(const std::string& raw, const std::vector<PdfFilter>& filters,
                   std::uint64_t limit = 1 << 20) {
  return pdf_unpack(as_bytes(raw), filters, limit);
}

TEST(PdfFilter, Texts) {
  EXPECT_EQ(unpack("48 6 5>junk", {{.name = "ASCIIHexDecode"}}).bytes, "He");
  EXPECT_EQ(unpack("4>", {{.name = "AHx"}}).bytes, "@");
  EXPECT_EQ(unpack("<~87cURD]i,\"Ebo80~>", {{.name = "ASCII85Decode"}}).bytes, "Hello World!");
  EXPECT_EQ(unpack("z87cU~>", {{.name = "A85"}}).bytes, "\0\0\0\0Hel"s);
  EXPECT_EQ(unpack("\2abc\xfe\x78\x80more", {{.name = "RunLengthDecode"}}).bytes, "abcxxx");
}

TEST(PdfFilter, ChainsUpToAPicture) {
  const PdfUnpacked found =
      unpack(packed("4869>"),
             {{.name = "FlateDecode"}, {.name = "ASCIIHexDecode"}, {.name = "DCTDecode"}});
  EXPECT_EQ(found.bytes, "Hi");
  EXPECT_EQ(found.stopped, "DCTDecode");
  EXPECT_FALSE(found.problem);
  EXPECT_EQ(unpack("as it is", {}).bytes, "as it is");
  EXPECT_EQ(unpack("as it is", {{.name = "Crypt"}}).bytes, "as it is");
}

// The example of Adobe's specification.
TEST(PdfFilter, Lzw) {
  const std::string raw = "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01";
  EXPECT_EQ(unpack(raw, {{.name = "LZWDecode"}}).bytes, "-----A---B");
  EXPECT_EQ(unpack("\xff\xff\xff", {{.name = "LZW"}}).bytes, "");
}

TEST(PdfFilter, Predictors) {
  const auto rows = [](std::uint64_t predictor, const std::string& bytes) {
    return unpack(packed(bytes), {{.name = "FlateDecode", .predictor = predictor, .columns = 3}})
        .bytes;
  };
  EXPECT_EQ(rows(12, "\2\1\2\3\2\1\1\1"s), "\1\2\3\2\3\4"s);
  EXPECT_EQ(rows(15, "\1\1\1\1\3\2\2\2\4\1\1\1"s), "\1\2\3\2\4\5\3\5\6"s);
  EXPECT_EQ(rows(2, "\1\1\1\5\1\1"s), "\1\2\3\5\6\7"s);
  EXPECT_EQ(rows(10, ""), "");
}

TEST(PdfFilter, WhatIsDamagedOrTooLarge) {
  const std::string good = packed(std::string(100'000, 'x'));
  EXPECT_STREQ(unpack(good, {{.name = "Fl"}}, 1000).problem->what, "a packed stream is too large");
  EXPECT_EQ(unpack(good, {{.name = "Fl"}}, 1000).bytes.size(), 1000U);
  const PdfUnpacked cut = unpack(good.substr(0, 50), {{.name = "Fl"}});
  EXPECT_STREQ(cut.problem->what, "a packed stream is damaged");
  EXPECT_FALSE(cut.bytes.empty());
  EXPECT_TRUE(unpack("\xfe\x78\xfe\x78", {{.name = "RL"}}, 4).problem);
  EXPECT_EQ(unpack("x", std::vector<PdfFilter>(40, {.name = "Crypt"})).stopped, "Crypt");
}

}  // namespace
}  // namespace bridle
