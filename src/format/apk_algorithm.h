// The signature algorithms of APKs by their number.
// Source: https://source.android.com/docs/security/features/apksigning/v2
#pragma once

#include <cstdint>
#include <optional>

#include "format/apk_digest.h"
#include "format/hash.h"
#include "format/public_key.h"

namespace bridle {

struct ApkAlgorithm {
  std::uint32_t number;
  PublicKey::Kind key;
  PublicKey::Padding padding;
  Hash hash;
  ApkDigestKind digest;
};

// Nothing if Android does not know it.
std::optional<ApkAlgorithm> apk_algorithm(std::uint32_t number);

// Which of two Android takes: chunked SHA-512, the tree, chunked SHA-256.
bool is_stronger(ApkDigestKind a, ApkDigestKind b);

bool verifies(const ApkAlgorithm& algorithm, Bytes public_key, Bytes message, Bytes signature);

}  // namespace bridle
