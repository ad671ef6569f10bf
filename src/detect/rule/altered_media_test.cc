#include <gtest/gtest.h>

#include "base/text.h"
#include "detect/rule/shown.h"

namespace bridle {
namespace {

// The others are its ordinary twins: what was sent, two qualities of one picture, a picture that
// came in part, files that are gone, that were renamed or never loaded, rows without a hash.
TEST(Rules, AlteredMedia) {
  EXPECT_EQ(Shown("altered_media").golden("android_whatsapp_media", "each_state").claims(),
            (Claims{"delivered lead Media/WhatsApp Images/IMG-20240501-WA0002.jpg",
                    "delivered lead Media/WhatsApp Images/IMG-20240501-WA0011.jpg"}));
  EXPECT_EQ(Shown("altered_media").golden("ios_whatsapp_media", "each_state").claims(),
            (Claims{"delivered lead Media/15555550101@s.whatsapp.net/a/b/"
                    "11111111-0000-4000-8000-000000000002.jpg"}));
  EXPECT_EQ(Shown("altered_media").golden("android_whatsapp_old_media_files", "legacy").claims(),
            (Claims{"delivered lead Media/WhatsApp Images/IMG-20190501-WA0002.jpg"}));
}

TEST(Rules, AlteredMediaNamesTheMessageThatBroughtIt) {
  const auto reasons =
      Shown("altered_media").golden("android_whatsapp_media", "each_state").reasons();
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_TRUE(reasons[0].starts_with(
      "the file that message 2 of 15555550103@s.whatsapp.net in the chat 120363000000000002@g.us "
      "brought at 2024-05-01T10:02:00.000000Z is not what WhatsApp recorded when it came: recorded "
      "SHA-256 49e66ac24de8636c9b626151cb223cc986ef1df21ac0655ba9bd48cb130eb6f9, 27 bytes, "
      "image/jpeg; in its place lies "))
      << reasons[0];
  EXPECT_TRUE(reasons[0].ends_with(
      ", 27 bytes, jpeg; changed last at 2024-05-01T21:46:40.000000Z, after it came"))
      << reasons[0];
  EXPECT_TRUE(contains(reasons[1], "; what was recorded lies at Media/WhatsApp Images/kept/"))
      << reasons[1];
}

}  // namespace
}  // namespace bridle
