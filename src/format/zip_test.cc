#include "format/zip.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace bridle::zip {
namespace {

// What stands behind a member of seven bytes: the mark of a descriptor and so much of it.
bool finds(std::string_view behind, Entry& entry) {
  const std::string data = std::string("content") + *from_hex("504b0708") + *from_hex(behind);
  return find_descriptor(as_bytes(data), entry);
}

TEST(Zip, FindsADescriptorOfEitherWidth) {
  Entry narrow;
  EXPECT_TRUE(
      finds("01000000"
            "07000000"
            "09000000",
            narrow));
  EXPECT_EQ(std::tuple(narrow.crc, narrow.packed, narrow.size), std::tuple(1U, 7U, 9U));
  Entry wide;
  EXPECT_TRUE(
      finds("02000000"
            "0700000000000000"
            "0a00000000000000",
            wide));
  EXPECT_EQ(std::tuple(wide.crc, wide.packed, wide.size), std::tuple(2U, 7U, 10U));
}

// Fuzzing found it: one compiler looked whether the numbers were there before they were read.
TEST(Zip, ADescriptorThatBreaksOffIsNone) {
  Entry entry;
  for (const char* cut : {"", "01", "01000000", "0100000007", "01000000070000000900"})
    EXPECT_FALSE(finds(cut, entry)) << cut;
}

}  // namespace
}  // namespace bridle::zip
