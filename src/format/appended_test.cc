#include "format/appended.h"

#include <gtest/gtest.h>

#include <string>

#include "format/apk_builder.h"

namespace bridle {
namespace {

using namespace std::string_literals;

std::string told(const std::string& bytes, std::optional<std::uint64_t> end) {
  const auto found = appended(MemoryContent(as_bytes(bytes)), end);
  if (!found) return found.error().what;
  if (!*found) return "nothing";
  std::string out = std::string((*found)->type) + " at " + std::to_string((*found)->at);
  for (const std::string& member : (*found)->members) out += " " + member;
  return out;
}

const std::string kElf = "\x7f\x45LF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\xb7\0 program"s;

TEST(Appended, Archives) {
  const std::string zip = zipped({{"lib/b.so", "code"}, {"l", "more"}}, "");
  EXPECT_EQ(told("picture" + zip, 7), "zip at 7 lib/b.so l");
  EXPECT_EQ(told("picture...." + zip, 7), "zip at 11 lib/b.so l");
  EXPECT_EQ(told("picture" + zip, std::nullopt), "zip at 7 lib/b.so l");
  EXPECT_EQ(told("picture" + zip.substr(0, zip.size() - 30), 7), "zip at 7");
  EXPECT_EQ(told("picture" + std::string(70'000, '\0') + "Rar!\x1a\x07", 7), "rar at 70007");
}

TEST(Appended, Programs) {
  EXPECT_EQ(told("picture" + kElf, 7), "elf at 7");
  EXPECT_EQ(told("picture and padding" + kElf, 7), "elf at 19");
  EXPECT_EQ(told("picture\x7f\x45LF are four letters of no program", 7), "unknown at 7");
}

TEST(Appended, WhatPhonesPutThere) {
  EXPECT_EQ(told("picture", 7), "nothing");
  EXPECT_EQ(told("picture", std::nullopt), "nothing");
  EXPECT_EQ(told("picture\0\0\0"s, 7), "zeros at 7");
  EXPECT_EQ(told("picture\0\0\0\x18"
                 "ftypmp42"s,
                 7),
            "mp4 at 7");
  EXPECT_EQ(told("picture\0\0\xff\xd8\xff\xe1"s, 7), "jpeg at 9");
  EXPECT_EQ(told("picture\0\0\x0a\x0eImage_UTC_Data"s, 7), "unknown at 7");
  EXPECT_EQ(told("picturePK\5\6"s + std::string(18, '\0'), 7), "unknown at 7");  // of nothing
}

}  // namespace
}  // namespace bridle
