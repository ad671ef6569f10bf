#include "format/media_type.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

std::string_view name(std::string_view head) {
  const MediaType* const type = media_type(as_bytes(head));
  return type ? type->name : "unknown";
}

TEST(MediaType, IsToldByTheFirstBytes) {
  EXPECT_EQ(name("%PDF-1.7"), "pdf");
  EXPECT_EQ(name("\xff\xd8\xff\xe0"), "jpeg");
  EXPECT_EQ(name("RIFF....WEBPVP8L"), "webp");
  EXPECT_EQ(name("RIFF....WAVEfmt "), "wav");
  EXPECT_EQ(name("....ftypheic"), "heic");
  EXPECT_EQ(name("....ftypavif"), "avif");
  EXPECT_EQ(name("....ftypisom"), "mp4");
  EXPECT_EQ(name(std::string_view("II*\0\x08\0\0\0", 8)), "tiff");
  EXPECT_EQ(name(std::string_view("MM\0+\0\x08", 6)), "bigtiff");
  EXPECT_EQ(name("PK\x03\x04"), "zip");
  EXPECT_EQ(name("\x7f\x45LF\x02\x01\x01"), "elf");
  EXPECT_EQ(name(""), "unknown");
  EXPECT_EQ(name("RIFF....WEB"), "unknown");  // one byte short
}

TEST(MediaType, IsToldAsReadersOfDocumentsSeeIt) {
  const auto told = [](const std::string& file) {
    const MemoryContent content(as_bytes(file));
    const MediaType* const type = *told_type(content);
    return type ? type->name : "unknown";
  };
  EXPECT_EQ(told("\xff\xd8\xff\xe0"), "jpeg");
  EXPECT_EQ(told("\xff\xd8\xff\xe0 %PDF-1.7"), "pdf");
  EXPECT_EQ(told("words %PDF-1.7"), "pdf");
  EXPECT_EQ(told("PK\x03\x04 %PDF-1.7"), "zip");  // its members are looked at
  EXPECT_EQ(told(std::string(1019, ' ') + "%PDF-"), "pdf");
  EXPECT_EQ(told(std::string(1020, ' ') + "%PDF-"), "unknown");
  EXPECT_EQ(told(""), "unknown");
}

TEST(MediaType, NamesThatSayAnotherType) {
  const MediaType& tiff = *media_type(as_bytes(std::string_view("II*\0", 4)));
  EXPECT_TRUE(name_differs(tiff, "jpg"));
  EXPECT_FALSE(name_differs(tiff, "dng"));
  EXPECT_FALSE(name_differs(tiff, "part"));  // says nothing
  EXPECT_FALSE(name_differs(tiff, ""));
  EXPECT_EQ(extension_of("a.b/IMG-1.JPG"), "jpg");
  EXPECT_EQ(extension_of("a.b/none"), "");
}

}  // namespace
}  // namespace bridle
