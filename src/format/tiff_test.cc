#include "format/tiff.h"

#include <gtest/gtest.h>

#include <string>

#include "format/tiff_builder.h"

namespace bridle {
namespace {

Tiff read(const std::string& bytes) {
  return read_tiff(MemoryContent(as_bytes(bytes))).value();
}

// A DNG whose SubIFD has these samples, in strips of lossless JPEGs with these components.
std::string raw(bool big_endian, std::uint32_t samples, const std::string& components,
                std::uint32_t planes = 1) {
  TiffBuilder out(big_endian);
  std::vector<std::uint32_t> at, size;
  for (const char c : components) {
    at.push_back(out.add(lossless_jpeg(c)));
    size.push_back(static_cast<std::uint32_t>(lossless_jpeg(c).size()));
  }
  const auto n = static_cast<std::uint32_t>(at.size());
  const std::uint32_t places = n == 1 ? at[0] : out.longs(at);
  const std::uint32_t sizes = n == 1 ? size[0] : out.longs(size);
  const std::uint32_t sub = out.directory({{0x100, 4, 1, 64},
                                           {0x101, 4, 1, 48},
                                           {0x103, 3, 1, 7},
                                           {0x115, 3, 1, samples},
                                           {0x11c, 3, 1, planes},
                                           {0x144, 4, n, places},
                                           {0x145, 4, n, sizes}});
  return out.done(out.directory({{0x14a, 4, 1, sub}, {0xc612, 1, 4, 0x00000401}}));
}

TEST(Tiff, WalksDirectoriesOfBothByteOrders) {
  for (const bool big : {false, true}) {
    const std::string bytes = raw(big, 1, std::string("\2\2", 2));
    const Tiff tiff = read(bytes);
    EXPECT_FALSE(tiff.lost) << tiff.lost->what;
    EXPECT_TRUE(tiff.dng);
    EXPECT_EQ(tiff.end, bytes.size());
    ASSERT_EQ(tiff.directories.size(), 2U);
    const TiffDirectory& sub = tiff.directories[1];
    EXPECT_TRUE(sub.sub);
    EXPECT_EQ(sub.width, 64U);
    EXPECT_EQ(sub.height, 48U);
    EXPECT_EQ(sub.pieces, 2U);
    EXPECT_EQ(sub.components, 2U);
    EXPECT_FALSE(sub.mismatch());  // two pixels of a mosaic at once: as every camera writes
  }
}

TEST(Tiff, FewerComponentsThanSamples) {
  EXPECT_TRUE(read(raw(false, 2, "\1")).directories[1].mismatch());
  EXPECT_TRUE(read(raw(true, 2, "\2\1")).directories[1].mismatch());  // in the second tile alone
  EXPECT_FALSE(read(raw(false, 3, "\3")).directories[1].mismatch());
  EXPECT_FALSE(read(raw(false, 3, "\1\1\1", 2)).directories[1].mismatch());  // planes kept apart
}

TEST(Tiff, EndsBehindWhatItNames) {
  const std::string bytes = raw(false, 1, "\1");
  EXPECT_EQ(read(bytes + "PK").end, bytes.size());
  TiffBuilder strip;
  const std::uint32_t at = strip.add("pixels");
  const std::string plain = strip.done(strip.directory({{0x111, 4, 1, at}, {0x117, 3, 1, 6}}));
  EXPECT_EQ(read(plain).end, plain.size());
  EXPECT_FALSE(read(plain).dng);
}

TEST(Tiff, OpcodesThatLeaveThePicture) {
  TiffBuilder out;
  const std::string list(
      "\0\0\0\1\0\0\0\x0b\1\3\0\0\0\0\0\0\0\0\0\x24"
      "\0\0\0\0\0\0\0\0\0\0\0\x10\0\0\0\x10\0\0\x14\5\0\0\x14\3"
      "\0\0\0\1\0\0\0\1\0\0\0\0",
      56);
  const std::uint32_t at = out.add(list);
  const Tiff tiff =
      read(out.done(out.directory({{0x100, 3, 1, 16}, {0x101, 3, 1, 16}, {0xc741, 7, 56, at}})));
  ASSERT_EQ(tiff.directories.size(), 1U);
  EXPECT_EQ(tiff.directories[0].opcodes, 1U);
  EXPECT_EQ(tiff.directories[0].odd_opcodes, 1U);
  ASSERT_TRUE(tiff.odd);
  EXPECT_EQ(tiff.odd->at, at + 4);
}

TEST(Tiff, SaysWhatItCouldNotRead) {
  const std::string bytes = raw(false, 1, "\1");
  for (std::size_t n = 8; n < bytes.size(); ++n) {
    const Tiff cut = read(bytes.substr(0, n));
    EXPECT_TRUE(cut.lost) << n;
    EXPECT_LE(cut.end, n);
  }
  TiffBuilder loop;
  EXPECT_STREQ(read(loop.done(loop.directory({}, 8))).lost->what,
               "a directory stands in two places");
  TiffBuilder uneven;
  EXPECT_STREQ(read(uneven.done(uneven.directory({{0x111, 4, 1, 0}}))).lost->what,
               "strips or tiles and their sizes are not as many");
  EXPECT_FALSE(read_tiff(MemoryContent(as_bytes(std::string_view("II*")))));
  EXPECT_FALSE(read_tiff(MemoryContent(as_bytes(std::string_view("II+\0\x08\0\0\0", 8)))));
}

// Many directories that each name a large list again: the bytes read are limited over all of them.
TEST(Tiff, CostsNoMoreThanAFew) {
  TiffBuilder out;
  const std::uint32_t list = out.add(std::string(1 << 20, '\0'));
  const std::vector<TiffBuilder::Value> lists(2000, {0xc741, 7, 1 << 20, list});
  const Tiff tiff = read(out.done(out.directory(lists)));
  EXPECT_STREQ(tiff.lost->what, "lists of opcodes are too large");
}

}  // namespace
}  // namespace bridle
