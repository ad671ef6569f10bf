#include "format/media_end.h"

#include <gtest/gtest.h>

#include <string>

namespace bridle {
namespace {

using namespace std::string_literals;

std::string end(std::string_view type, const std::string& bytes) {
  const auto at = media_end(MemoryContent(as_bytes(bytes)), type);
  if (!at) return std::string(at.error().what) + " at " + std::to_string(at.error().at);
  return *at ? std::to_string(**at) : "unknown";
}

const std::string kPng = "\x89PNG\r\n\x1a\n\0\0\0\2IDATab1234\0\0\0\0IEND5678"s;
const std::string kGif =
    "GIF89a\1\0\1\0\x80\0\0rgbRGB"
    "!\xf9\4abcd\0"
    ",\0\0\0\0\1\0\1\0\0\2\2zz\0;"s;
const std::string kWebp = "RIFF\x0c\0\0\0WEBPVP8L\0\0\0\0"s;
const std::string kFilm =
    "\0\0\0\x10"
    "ftypisom\0\0\0\0\0\0\0\x01mdat\0\0\0\0\0\0\0\x13xyz"s;

TEST(MediaEnd, IsBehindTheLastPart) {
  for (const std::string& behind : {std::string(), std::string("PK\3\4\x14\0\0\0", 8)}) {
    EXPECT_EQ(end("png", kPng + behind), std::to_string(kPng.size()));
    EXPECT_EQ(end("gif", kGif + behind), std::to_string(kGif.size()));
    EXPECT_EQ(end("webp", kWebp + behind), std::to_string(kWebp.size()));
    EXPECT_EQ(end("mp4", kFilm + behind), std::to_string(kFilm.size()));
  }
  EXPECT_EQ(end("jpeg", "\xff\xd8\xff\xd9!"s), "4");
  EXPECT_EQ(end("mp4", "\0\0\0\0mdatall that follows"s), "24");
  EXPECT_EQ(end("psd", "8BPS"), "unknown");
}

TEST(MediaEnd, SaysWhereThePartsBreakOff) {
  EXPECT_EQ(end("png", kPng.substr(0, 20)), "a part reaches past the end at 16");
  EXPECT_EQ(end("png", kPng.substr(0, 26)), "a part breaks off at 22");
  EXPECT_EQ(end("gif", kGif.substr(0, kGif.size() - 1)),
            "a part breaks off at " + std::to_string(kGif.size() - 1));
  EXPECT_EQ(end("gif", "GIF89a\1\0\1\0\0\0\0?"s), "no block stands here at 13");
  EXPECT_EQ(end("webp", kWebp.substr(0, 15)), "a part reaches past the end at 8");
  EXPECT_EQ(end("mp4", kFilm.substr(0, 26)), "a part breaks off at 24");
  EXPECT_EQ(end("mp4", "\0\0\0\1mdat\0\0\0\0\0\0\0\2"s), "a box is smaller than its head at 0");
}

}  // namespace
}  // namespace bridle
