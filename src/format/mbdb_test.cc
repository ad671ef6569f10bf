#include "format/mbdb.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace bridle {
namespace {

// One file, with the members of a record on a line each.
constexpr std::string_view kFile =
    "6d6264620500"
    "000a486f6d65446f6d61696e"          // HomeDomain
    "000e4c6962726172792f612e706c6973"  // Library/a.plis
    "ffffffff0004deadbeef"              // no target, no hash, a key of four bytes
    "81a40000000000000001000001f5000001f5"
    "5cc000005cc000015cc0000200000000000000100301"
    "00016e000176";  // one property: n=v

TEST(Mbdb, ReadsARecord) {
  const std::string bytes = *from_hex(kFile);
  Reader in(as_bytes(bytes));
  ASSERT_TRUE(mbdb::head(in));
  const auto record = mbdb::next(in);
  ASSERT_TRUE(record && *record);
  EXPECT_EQ((*record)->domain, "HomeDomain");
  EXPECT_EQ((*record)->path, "Library/a.plis");
  EXPECT_EQ(hex((*record)->key), "deadbeef");
  EXPECT_TRUE((*record)->is_file());
  EXPECT_EQ((*record)->modified, 0x5cc00000U);
  EXPECT_EQ((*record)->changed, 0x5cc00002U);
  EXPECT_EQ((*record)->size, 16U);
  EXPECT_EQ((*record)->protection_class, 3);
  const auto end = mbdb::next(in);
  EXPECT_TRUE(end && !*end);
}

TEST(Mbdb, SaysWhereItWasCut) {
  const std::string bytes = from_hex(kFile)->substr(0, 40);
  Reader in(as_bytes(bytes));
  ASSERT_TRUE(mbdb::head(in));
  const auto record = mbdb::next(in);
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().code, Errc::truncated);
}

TEST(Mbdb, RefusesOtherFiles) {
  Reader in(as_bytes("SQLite format 3"));
  EXPECT_FALSE(mbdb::head(in));
}

}  // namespace
}  // namespace bridle
