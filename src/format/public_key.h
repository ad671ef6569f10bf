// Public keys (X.509 SubjectPublicKeyInfo), and whether a signature is theirs.
#pragma once

#include <cstdint>
#include <memory>

#include "base/bytes.h"
#include "base/result.h"
#include "format/hash.h"

// As OpenSSL has it.
struct evp_pkey_st;

namespace bridle {

class PublicKey {
 public:
  enum class Kind : std::uint8_t { rsa, ec, dsa, other };
  // pss: RSA-PSS, its salt as long as the hash; plain: RSA PKCS #1 1.5, ECDSA, DSA.
  enum class Padding : std::uint8_t { plain, pss };

  // Errc::malformed, or Errc::unsupported if OpenSSL does not know the kind of key.
  static Result<PublicKey> parse(Bytes subject_public_key_info);

  Kind kind() const;
  bool verifies(Hash hash, Padding padding, Bytes message, Bytes signature) const;

 private:
  struct Free {
    void operator()(evp_pkey_st* key) const;
  };
  explicit PublicKey(evp_pkey_st* key) : key_(key) {}
  std::unique_ptr<evp_pkey_st, Free> key_;
};

}  // namespace bridle
