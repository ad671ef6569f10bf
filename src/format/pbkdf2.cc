#include "format/pbkdf2.h"

#include <openssl/evp.h>

#include "base/sha256_instructions.h"
#include "format/sha256_rounds.h"

namespace bridle {
namespace {

Key by_openssl(Bytes password, Bytes salt, std::uint32_t rounds, const EVP_MD* hash) {
  Key out{};
  PKCS5_PBKDF2_HMAC(as_text(password).data(), static_cast<int>(password.size()), as_uchar(salt),
                    static_cast<int>(salt.size()), static_cast<int>(rounds), hash,
                    static_cast<int>(out.size()), as_writable_uchar(out));
  return out;
}

}  // namespace

std::optional<Key> pbkdf2_sha256(Bytes password, Bytes salt, std::uint32_t rounds,
                                 const std::atomic<bool>* stop) {
  if (has_sha_instructions()) return pbkdf2_sha256_rounds(password, salt, rounds, stop);
  return by_openssl(password, salt, rounds, EVP_sha256());
}

Key pbkdf2_sha1(Bytes password, Bytes salt, std::uint32_t rounds) {
  return by_openssl(password, salt, rounds, EVP_sha1());
}

}  // namespace bridle
