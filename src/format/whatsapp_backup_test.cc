#include "format/whatsapp_backup.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace bridle {
namespace {

std::string bytes(std::string_view digits) {
  return *from_hex(digits);
}

const std::string kIv = "55555555555555555555555555555555";

TEST(WhatsAppBackupHead, SaysWhatNeedsNoKey) {
  const std::string start =
      bytes("2c08011a120a10" + kIv + "22140a05322e392e311a023031200328013000b00201") + "rest";
  const auto head = whatsapp_backup_head(as_bytes(start));
  ASSERT_TRUE(head) << head.error().what;
  EXPECT_EQ(head->seal, WhatsAppSeal::crypt15);
  EXPECT_EQ(head->data_at, start.size() - 4);
  EXPECT_EQ(hex(head->iv), kIv);
  EXPECT_EQ(head->app_version, "2.9.1");
  EXPECT_EQ(head->number_ending, "01");
  EXPECT_EQ(head->backup_version, 3U);
  EXPECT_EQ(head->migrations, std::vector<std::uint32_t>({5}));
  EXPECT_TRUE(must_have_md5(*head));
  for (std::size_t size = 0; size < head->data_at; ++size)
    EXPECT_FALSE(whatsapp_backup_head(as_bytes(start).first(size))) << size;
}

TEST(WhatsAppBackupHead, Crypt12IsRaw) {
  std::string start = bytes("000103") + std::string(32, 's') + std::string(16, 'i') + bytes(kIv);
  const auto head = whatsapp_backup_head(as_bytes(start));
  ASSERT_TRUE(head) << head.error().what;
  EXPECT_EQ(head->data_at, 67U);
  EXPECT_EQ(head->salts, std::string(32, 's') + std::string(16, 'i'));
  start[2] = 4;
  EXPECT_EQ(whatsapp_backup_head(as_bytes(start)).error().code, Errc::unsupported);
  EXPECT_TRUE(is_crypt12_end(as_bytes("--01")));
  EXPECT_FALSE(is_crypt12_end(as_bytes("--0x")));
}

TEST(WhatsAppKeys, DigitsMayBeSpaced) {
  const std::string digits(64, 'a');
  EXPECT_TRUE(key_of_digits(digits));
  EXPECT_TRUE(key_of_digits("aaaa aaaa\n" + digits.substr(8)));
  EXPECT_FALSE(key_of_digits(digits + "aa"));
  EXPECT_FALSE(key_of_digits(digits.substr(2)));
  EXPECT_FALSE(whatsapp_key_file(as_bytes(digits)));
}

}  // namespace
}  // namespace bridle
