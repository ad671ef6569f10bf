#include "record/privacy.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

TEST(Privacy, FollowsFromTheKind) {
  EXPECT_EQ(privacy_of("handle", Kind::account), Privacy::identifier);
  EXPECT_EQ(privacy_of("name", Kind::phone), Privacy::identifier);
  EXPECT_EQ(privacy_of("text", Kind::content), Privacy::words);
  EXPECT_EQ(privacy_of("url", Kind::url), Privacy::words);
  EXPECT_EQ(privacy_of("latitude", Kind::real), Privacy::measure);
  EXPECT_EQ(privacy_of("time", Kind::time), Privacy::open);
  EXPECT_EQ(privacy_of("process", Kind::process), Privacy::open);
}

TEST(Privacy, TellsNamesAndSerialNumbersFromOtherWords) {
  EXPECT_EQ(privacy_of("chat_name", Kind::content), Privacy::name);
  EXPECT_EQ(privacy_of("recipient_names", Kind::content), Privacy::name);
  EXPECT_EQ(privacy_of("nickname", Kind::content), Privacy::name);
  EXPECT_EQ(privacy_of("name", Kind::text), Privacy::open);  // of a setting
  EXPECT_EQ(privacy_of("serial", Kind::text), Privacy::device);
  EXPECT_EQ(privacy_of("imei", Kind::content), Privacy::device);
}

}  // namespace
}  // namespace bridle
