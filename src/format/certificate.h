// Certificates (X.509, RFC 5280) as apps are signed with: who is named in them, and their hashes.
// They are kept as they came, as Android does: some are not in DER.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"

namespace bridle {

struct Certificate {
  std::string bytes;
  std::string md5, sha1, sha256;  // of the bytes, in hex
  std::string subject, issuer;    // "CN=…, O=…", UTF-8 with control characters escaped
  std::string serial;             // hex
  std::optional<Time> from, until;
  std::string public_key;  // SubjectPublicKeyInfo, bytes
  // Java's Arrays.hashCode of the bytes, in hex: what a bug report prints in `signatures:[…]`.
  std::string java_hash;
  bool may_sign = true;  // its key usage, if it states one, allows signatures
};

// Errc::malformed if it cannot be read.
Result<Certificate> certificate(Bytes bytes);

std::uint32_t java_hash(Bytes bytes);

// Whether two encoded names are one: the kind of text, letter case and blanks do not matter.
bool same_name(Bytes a, Bytes b);

}  // namespace bridle
