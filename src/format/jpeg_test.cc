#include "format/jpeg.h"

#include <gtest/gtest.h>

#include <string>

namespace bridle {
namespace {

using namespace std::string_literals;

const std::string kPicture =
    "\xff\xd8"
    "\xff\xe0\0\x04"
    "ab"
    "\xff\xc0\0\x0b\x08\0\x10\0\x20\x01\x01\x11\0"
    "\xff\xda\0\x03x"
    "data\xff\0data\xff\xd0more"
    "\xff\xd9"s;

TEST(Jpeg, Frame) {
  const auto frame = jpeg_frame(as_bytes(kPicture));
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->marker, 0xc0);
  EXPECT_EQ(frame->bits, 8);
  EXPECT_EQ(frame->height, 16U);
  EXPECT_EQ(frame->width, 32U);
  EXPECT_EQ(frame->components, 1);
  EXPECT_FALSE(jpeg_frame(as_bytes(kPicture.substr(0, 14))));  // cut within the frame
  EXPECT_FALSE(jpeg_frame(as_bytes("\xff\xd8\xff\xda"s)));
}

TEST(Jpeg, End) {
  std::optional<JpegFrame> first;
  const auto end = [&](const std::string& s) {
    first.reset();
    return jpeg_end(MemoryContent(as_bytes(s)), first);
  };
  EXPECT_EQ(end(kPicture).value(), kPicture.size());
  ASSERT_TRUE(first);
  EXPECT_EQ(first->width, 32U);
  EXPECT_EQ(first->height, 16U);
  EXPECT_EQ(first->components, 1);
  EXPECT_EQ(end(kPicture + "behind").value(), kPicture.size());
  const auto cut = end(kPicture.substr(0, kPicture.size() - 1));
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, Errc::truncated);
  EXPECT_EQ(end("\xff\xd8zz"s).error().at, 2U);
  EXPECT_EQ(end("\xff\xd8\xff\xe0\0\1"s).error().code, Errc::malformed);
  EXPECT_EQ(end("\xff\xd8\xff\xe0\xff\xff"s).error().code, Errc::truncated);
}

// A part that ends beyond the buffer, and data that lie across its border.
TEST(Jpeg, EndOfALargeOne) {
  std::string large = "\xff\xd8\xff\xe1\x20\0"s + std::string(0x1ffe, 'x');
  large += "\xff\xda\0\2"s + std::string(70'000, 'y') + "\xff\xd9"s;
  std::optional<JpegFrame> first;
  EXPECT_EQ(jpeg_end(MemoryContent(as_bytes(large)), first).value(), large.size());
  EXPECT_FALSE(first);
}

}  // namespace
}  // namespace bridle
