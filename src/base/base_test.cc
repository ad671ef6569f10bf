#include <gtest/gtest.h>

#include "base/arena.h"
#include "base/sha256.h"
#include "base/text.h"
#include "base/time.h"

namespace bridle {
namespace {

TEST(Time, KeepsMicrosecondsOfEveryEncoding) {
  EXPECT_EQ(iso8601(*apple_seconds(578570000.123456)), "2019-05-03T09:53:20.123456Z");
  EXPECT_EQ(iso8601(*apple_seconds(770538772.7666295)), "2025-06-02T06:32:52.766629Z");
  EXPECT_EQ(iso8601(*apple_nanoseconds(578570000123456789)), "2019-05-03T09:53:20.123456Z");
  EXPECT_EQ(iso8601(*unix_seconds(0)), "1970-01-01T00:00:00.000000Z");
  EXPECT_EQ(iso8601(*chrome_microseconds(13201350800000001)), "2019-05-03T09:53:20.000001Z");
  EXPECT_EQ(iso8601(*apple_seconds(63113904000)), "4001-01-01T00:00:00.000000Z");
}

TEST(Time, RefusesWhatIsNoMoment) {
  EXPECT_FALSE(apple_seconds(1e300));
  EXPECT_FALSE(apple_seconds(0.0 / 0.0));
  EXPECT_FALSE(unix_seconds(-1e11));
}

TEST(Time, ReadsWhatItWrites) {
  for (const char* text : {"2019-05-03T09:53:20.123456Z", "2019-05-03 11:53:20.123456 +0200",
                           "2019-05-03T08:53:20.123456-01:00"})
    EXPECT_EQ(iso8601(*parse_time(text)), "2019-05-03T09:53:20.123456Z") << text;
  EXPECT_FALSE(parse_time("2019-13-03T09:53:20Z"));
  EXPECT_FALSE(parse_time("2019-02-30T09:53:20Z"));
  EXPECT_FALSE(parse_time("yesterday"));
}

TEST(Text, MendsUtf8ByteByByte) {
  std::string into;
  EXPECT_EQ(valid_utf8("Διαβάστε", into), "Διαβάστε");
  EXPECT_EQ(valid_utf8("a\xff\xc3z\xed\xa0\x80", into), "a\ufffd\ufffdz\ufffd\ufffd\ufffd");
}

TEST(Text, GlobStopsAtSlashes) {
  EXPECT_TRUE(
      glob("Library/Safari/Profiles/*/History.db", "Library/Safari/Profiles/A-1/History.db"));
  EXPECT_FALSE(glob("Library/*/History.db", "Library/Safari/Profiles/History.db"));
  EXPECT_TRUE(glob("**/sysdiagnose_*.tar.gz", "File Provider Storage/x/sysdiagnose_2021.tar.gz"));
  EXPECT_TRUE(glob("AppDomain*:**", "AppDomain-com.example:a/b"));
  EXPECT_FALSE(glob("a?c", "a/c"));
}

TEST(Text, HexAndBase64) {
  EXPECT_EQ(hex(as_bytes("\x01\xab")), "01ab");
  EXPECT_EQ(*from_hex("01AB"), "\x01\xab");
  EXPECT_FALSE(from_hex("0"));
  EXPECT_EQ(base64(as_bytes("ab")), "YWI=");
  EXPECT_EQ(base64(as_bytes("abc")), "YWJj");
  EXPECT_EQ(*from_base64("YWJj\n\tYWI="), "abcab");
  EXPECT_EQ(*from_base64("YWI"), "ab");
  EXPECT_FALSE(from_base64("YWJjY"));
  EXPECT_FALSE(from_base64("YWI=YWI="));
  EXPECT_FALSE(from_base64("YW*j"));
}

TEST(Sha256, OfTheStandard) {
  EXPECT_EQ(hex(sha256(as_bytes("abc"))),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Arena, KeepsTextAcrossGrowth) {
  Arena arena;
  const auto first = arena.keep("first");
  for (int i = 0; i < 10'000; ++i) arena.keep("some more text");
  EXPECT_EQ(first, "first");
}

}  // namespace
}  // namespace bridle
