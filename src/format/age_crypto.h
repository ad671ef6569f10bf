// What age is made of, as OpenSSL has it. Nothing, or an empty text, where OpenSSL refuses.
#pragma once

#include <optional>
#include <string>

#include "base/bytes.h"

namespace bridle::age {

struct Agreed {
  std::string shared, own_public;
};
std::optional<Agreed> x25519(Bytes secret, Bytes their_public);

std::string hkdf(const std::string& key, const std::string& salt, const std::string& info);  // 32 B
std::string hmac(const std::string& key, Bytes message);  // SHA-256
std::optional<std::string> scrypt(const std::string& password, const std::string& salt,
                                  unsigned log2_n);  // 32 bytes

// ChaCha20-Poly1305, the tag behind the text. Nothing if the tag does not fit.
std::optional<std::string> open_sealed(const std::string& key, const std::string& nonce,
                                       Bytes sealed);

// The same the other way.
std::optional<std::string> sealed(const std::string& key, const std::string& nonce, Bytes text);

// The bytes of a Bech32 text without its prefix `name`, any letter case. Nothing if the checksum is
// wrong. https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki
std::optional<std::string> bech32(std::string_view text, std::string_view name);

}  // namespace bridle::age
