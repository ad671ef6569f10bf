#include "format/webp.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "format/webp_builder.h"

namespace bridle {
namespace {

using namespace std::string_literals;

std::string told(const std::string& file) {
  const MediaParts parts = webp_parts(MemoryContent(as_bytes(file)));
  std::string out = std::to_string(parts.width) + "x" + std::to_string(parts.height) + ", " +
                    std::to_string(parts.checked) + " codes";
  const auto add = [&](const char* what, const std::optional<Error>& e) {
    if (e) out += std::string(", ") + what + ": " + e->what + " at " + std::to_string(e->at);
  };
  add("odd", parts.first_odd);
  add("lost", parts.lost);
  return out;
}

// The five codes of one group, each of one symbol.
BitWriter& group(BitWriter& in) {
  for (unsigned i = 0; i < 5; ++i) in.one_symbol(1);
  return in;
}

std::string lossless(BitWriter& in) {
  return webp_of(riff_chunk("VP8L", in.bytes()));
}

const std::string kLossy = "\x10\0\0\x9d\x01\x2a\x20\0\x10\0"s;

TEST(WebP, FollowsEachCodeOfALosslessPicture) {
  BitWriter plain = lossless_head(3, 2);
  plain.put(0, 1).put(0, 1).put(0, 1);  // no transform, no cache, one group
  EXPECT_EQ(told(lossless(group(plain))), "3x2, 5 codes");

  BitWriter all = lossless_head(16384, 16384);
  all.put(1, 1).put(0, 2).put(0, 3).put(0, 1);  // predictor, blocks of four
  group(all);                                   // all of its pixels are alike
  all.put(1, 1).put(2, 2);                      // green
  all.put(1, 1).put(3, 2).put(1, 8).put(0, 1);  // a palette of two colours
  group(all);
  all.put(0, 1).put(1, 1).put(11, 4);                     // no more; a cache of 2048 colours
  all.put(1, 1).put(7, 3).put(0, 1);                      // groups, in blocks of 512
  all.put(1, 1).put(1, 1).put(1, 1).put(1, 8).put(2, 8);  // green is 1 or 2
  for (unsigned i = 0; i < 4; ++i) all.one_symbol(0);
  for (unsigned i = 0; i < 4 * 32; ++i) all.put(i == 9 ? 1 : 0, 1);  // 2048 wide by the palette
  for (unsigned i = 0; i < 3; ++i) group(all);
  EXPECT_EQ(told(lossless(all)), "16384x16384, 30 codes");
}

TEST(WebP, NotesTablesLargerThanAnyCompleteCodeHas) {
  BitWriter out = lossless_head(3, 2);
  out.put(0, 3);
  for (unsigned i = 0; i < 4; ++i) out.one_symbol(1);
  out.lengths(oversized_lengths());
  const std::string odd =
      ", 5 codes, odd: a prefix code needs larger tables than any complete code at ";
  EXPECT_EQ(told(lossless(out)), "3x2" + odd + "30");
  const std::string alpha = "\1"s + out.bytes().substr(5);
  EXPECT_EQ(told(webp_of(riff_chunk("ALPH", alpha) + riff_chunk("VP8 ", kLossy))),
            "32x16" + odd + "26");
  const std::string frame = std::string(16, '\0') + riff_chunk("VP8L", out.bytes());
  EXPECT_EQ(told(webp_of(riff_chunk("VP8X", std::string(10, '\0')) + riff_chunk("ANMF", frame))),
            "3x2" + odd + "72");
}

TEST(WebP, SaysWhichCodeIsNotComplete) {
  BitWriter two = lossless_head(3, 2);
  two.put(0, 3);
  for (unsigned i = 0; i < 4; ++i) two.one_symbol(1);
  two.lengths({1, 2});
  EXPECT_EQ(told(lossless(two)), "3x2, 5 codes, lost: a prefix code is not complete at 30");
  BitWriter many = lossless_head(3, 2);
  many.put(0, 3).lengths({1, 1, 1});
  EXPECT_EQ(told(lossless(many)), "3x2, 1 codes, lost: a prefix code is not complete at 25");
}

TEST(WebP, SaysWhichPartOfAPictureCannotBe) {
  BitWriter twice = lossless_head(3, 2);
  twice.put(1, 1).put(2, 2).put(1, 1).put(2, 2);
  EXPECT_EQ(told(lossless(twice)), "3x2, 0 codes, lost: a transform stands twice at 25");
  BitWriter cache = lossless_head(3, 2);
  cache.put(0, 1).put(1, 1).put(12, 4);
  EXPECT_EQ(told(lossless(cache)), "3x2, 0 codes, lost: no cache has so many bits at 25");
  BitWriter copy = lossless_head(64, 64);
  copy.put(1, 1).put(0, 2).put(0, 3).put(0, 1);
  std::vector<unsigned> green(258, 0);
  green[256] = green[257] = 1;  // copies alone
  copy.lengths(green);
  for (unsigned i = 0; i < 4; ++i) copy.one_symbol(0);
  copy.put(0, 1);
  EXPECT_EQ(told(lossless(copy)).substr(0, 51),
            "64x64, 5 codes, lost: a copy leaves the picture at ");
}

TEST(WebP, SaysWhichChunkDoesNotFit) {
  EXPECT_EQ(told(webp_of(riff_chunk("VP8L", "data"))),
            "0x0, 0 codes, lost: no lossless picture stands here at 20");
  EXPECT_EQ(told(webp_of(riff_chunk("VP8L", lossless_head(3, 2).bytes()))),
            "3x2, 0 codes, lost: the codes of the picture break off at 25");
  EXPECT_EQ(told(webp_of(riff_chunk("VP8 ", "data and more"))),
            "0x0, 0 codes, lost: no lossy picture stands here at 20");
  EXPECT_EQ(told(webp_of(riff_chunk("ALPH", "\2") + riff_chunk("VP8 ", kLossy))),
            "32x16, 0 codes, lost: alpha is packed in a way not known at 20");
  EXPECT_EQ(told(webp_of(riff_chunk("ALPH", "\0"s))),
            "0x0, 0 codes, lost: alpha without its picture at 20");
  EXPECT_EQ(told(webp_of("VP8X\xff\0\0\0abcd"s)),
            "0x0, 0 codes, lost: a chunk reaches past what it stands in at 12");
  EXPECT_EQ(told("RIFF\x50\0\0\0WEBP"s),
            "0x0, 0 codes, lost: the picture reaches past the end at 4");
  EXPECT_EQ(told("RIFF"), "0x0, 0 codes, lost: a chunk breaks off at 0");
}

}  // namespace
}  // namespace bridle
