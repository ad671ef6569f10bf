// Time stamps (RFC 3161): a request that shows an authority nothing but a hash, and its answer,
// which states when that hash was there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "base/sha256.h"
#include "base/time.h"

namespace bridle {

// A request in DER for the time of a message with this hash; the answer repeats the nonce.
std::string time_request(const Digest& hash, std::uint64_t nonce);

// What an authority answered.
struct TimeToken {
  std::optional<Digest> hash;  // nothing if it is for a hash other than SHA-256
  std::optional<std::uint64_t> nonce;
  Time at{};
  std::string authority;  // the subject of the certificate that signed
};

// Errc::malformed; Errc::missing if the authority refused.
Result<TimeToken> time_token(Bytes answer);

enum class TokenTrust : std::uint8_t {
  forged,     // the signature in it does not fit
  unchecked,  // it fits the certificate that comes with it; no authorities were given
  foreign,    // it fits, and none of the given authorities stands behind the certificate
  trusted     // it fits, and one does
};

// `authorities`: certificates in PEM whom one believes, may be empty. Errc::malformed.
Result<TokenTrust> trust_in(Bytes answer, std::string_view authorities);

}  // namespace bridle
