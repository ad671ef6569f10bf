#include "format/pbkdf2.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <string>

#include "base/text.h"

namespace bridle {
namespace {

std::string reference(const EVP_MD* hash, const std::string& password, const std::string& salt,
                      int rounds) {
  Key out{};
  PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), as_uchar(as_bytes(salt)),
                    static_cast<int>(salt.size()), rounds, hash, 32, as_writable_uchar(out));
  return hex(out);
}

TEST(Pbkdf2, KnownAnswer) {  // RFC 7914, section 11: the first half of its 64 bytes
  EXPECT_EQ(hex(*pbkdf2_sha256(as_bytes("passwd"), as_bytes("salt"), 1)),
            "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
}

TEST(Pbkdf2, AgreesWithOpensslForKeysOfAllLengths) {
  const std::string salt = "a salt of twenty byt";
  for (const std::size_t n : {0U, 1U, 55U, 63U, 64U, 65U, 200U})
    for (const int rounds : {1, 2, 3, 1000, 70'000}) {
      const std::string password(n, 'p');
      EXPECT_EQ(hex(*pbkdf2_sha256(as_bytes(password), as_bytes(salt),
                                   static_cast<std::uint32_t>(rounds))),
                reference(EVP_sha256(), password, salt, rounds))
          << n << " " << rounds;
    }
  EXPECT_EQ(hex(pbkdf2_sha1(as_bytes("p"), as_bytes(salt), 1000)),
            reference(EVP_sha1(), "p", salt, 1000));
}

TEST(Pbkdf2, CanBeStopped) {
  const std::atomic<bool> stop{true};
  EXPECT_FALSE(pbkdf2_sha256(as_bytes("p"), as_bytes("s"), 10'000'000, &stop));
}

}  // namespace
}  // namespace bridle
