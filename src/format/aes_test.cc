#include "format/aes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"

namespace bridle {
namespace {

AesKey key_of(std::string_view digits) {
  AesKey key{};
  const std::string raw = *from_hex(digits);
  std::ranges::copy(as_bytes(raw), key.begin());
  return key;
}

// RFC 3394, section 4.6.
TEST(Aes, UnwrapsTheStandardsKey) {
  const AesKey kek = key_of("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
  std::string wrapped =
      *from_hex("28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21");
  EXPECT_EQ(hex(*unwrap_key(kek, as_bytes(wrapped))),
            "00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f");
  wrapped.back() ^= 1;
  EXPECT_FALSE(unwrap_key(kek, as_bytes(wrapped)));
  wrapped.pop_back();
  EXPECT_FALSE(unwrap_key(kek, as_bytes(wrapped)));
}

// NIST SP 800-38A, section F.2.6.
TEST(Aes, DecryptsFromAnyBlock) {
  const AesKey key = key_of("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
  const std::string start = *from_hex("000102030405060708090a0b0c0d0e0f");
  const std::string in = *from_hex(
      "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
      "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b");
  const std::string want =
      "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
      "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";
  std::string all = in;
  decrypt_cbc(key, as_bytes(start), as_writable_bytes(all));
  EXPECT_EQ(hex(as_bytes(all)), want);
  std::string third = in.substr(32, 16);
  decrypt_cbc(key, as_bytes(in).subspan(16, 16), as_writable_bytes(third));
  EXPECT_EQ(hex(as_bytes(third)), want.substr(64, 32));
}

}  // namespace
}  // namespace bridle
