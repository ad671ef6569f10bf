#include "format/keybag.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <string>

#include "base/text.h"

namespace bridle {
namespace {

Key key_of(std::string_view digits) {
  Key out{};
  const std::string bytes = *from_hex(digits);
  std::ranges::copy(as_bytes(bytes), out.begin());
  return out;
}

TEST(Aes, UnwrapsTheVectorOfRfc3394) {  // 4.6: 256 bits of key data with a 256-bit key
  const Key wrapping = key_of("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
  const std::string wrapped =
      *from_hex("28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21");
  EXPECT_EQ(hex(*unwrap_key(wrapping, as_bytes(wrapped))),
            "00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f");
  std::string bad = wrapped;
  bad[7] = static_cast<char>(bad[7] ^ 1);
  EXPECT_FALSE(unwrap_key(wrapping, as_bytes(bad)));
  EXPECT_FALSE(unwrap_key(wrapping, as_bytes(wrapped).first(32)));
}

TEST(Aes, DecryptsAnyBlockAlone) {  // NIST SP 800-38A, F.2.6
  const Key key = key_of("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
  const std::string cipher = *from_hex(
      "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
      "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b");
  std::string last = cipher.substr(32);
  decrypt_cbc(key, as_bytes(cipher).subspan(16, 16), as_writable_bytes(last));
  EXPECT_EQ(hex(as_bytes(last)),
            "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
}

std::string item(std::string_view tag, std::string_view data) {
  std::string out(tag);
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(data.size() >> shift);
  return out + std::string(data);
}

std::string wrap(const Key& with, const Key& key) {
  EVP_CIPHER_CTX* const c = EVP_CIPHER_CTX_new();
  EVP_CIPHER_CTX_set_flags(c, EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
  EVP_EncryptInit_ex(c, EVP_aes_256_wrap(), nullptr, as_uchar(with), nullptr);
  std::string out(40, '\0');
  int size = 0;
  EVP_EncryptUpdate(c, as_writable_uchar(as_writable_bytes(out)), &size, as_uchar(key), 32);
  EVP_CIPHER_CTX_free(c);
  return out;
}

const Key kClassKey = key_of("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");

std::string made_bag(bool strong) {
  const std::string salt(20, 's');
  const std::string strong_salt(20, 't');
  const std::string rounds("\0\0\0\x64", 4);
  std::string head = item("VERS", std::string("\0\0\0\5", 4)) + item("UUID", "uuid of the bag!") +
                     item("SALT", salt) + item("ITER", rounds);
  if (strong) head += item("DPIC", rounds) + item("DPSL", strong_salt);
  const std::string probe = head + item("UUID", "x") + item("WPKY", "x");
  const auto key = password_key(*Keybag::parse(as_bytes(probe)), "pass word", nullptr);
  return head + item("UUID", "uuid of a class!") + item("CLAS", std::string("\0\0\0\3", 4)) +
         item("WRAP", std::string("\0\0\0\2", 4)) + item("WPKY", wrap(*key, kClassKey));
}

TEST(Keybag, OpensWithThePasswordOfEitherGeneration) {
  for (const bool strong : {false, true}) {
    const std::string bytes = made_bag(strong);
    const auto bag = Keybag::parse(as_bytes(bytes));
    ASSERT_TRUE(bag);
    const auto keys = unlock(*bag, "pass word");
    ASSERT_TRUE(keys);
    const Key file = key_of("ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00");
    EXPECT_EQ(hex(*keys->unwrap(3, as_bytes(wrap(kClassKey, file)))), hex(file));
    EXPECT_FALSE(keys->unwrap(4, as_bytes(wrap(kClassKey, file))));
    const auto wrong = unlock(*bag, "password");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, Errc::encrypted);
    EXPECT_STREQ(wrong.error().what, "the password is wrong");
  }
}

TEST(Keybag, RefusesWhatIsNone) {
  EXPECT_EQ(Keybag::parse({}).error().code, Errc::malformed);
  const std::string bytes = made_bag(true);
  EXPECT_EQ(Keybag::parse(as_bytes(bytes).first(bytes.size() - 3)).error().code, Errc::truncated);
  const std::string greedy =
      item("SALT", "s") + item("ITER", "\x7f\x7f\x7f\x7f") + item("UUID", "a") + item("UUID", "b");
  EXPECT_EQ(Keybag::parse(as_bytes(greedy)).error().code, Errc::unsupported);
}

}  // namespace
}  // namespace bridle
