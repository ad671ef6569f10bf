// PBKDF2 (RFC 8018), the work that makes guessing a backup's password slow.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>

#include "base/bytes.h"

namespace bridle {

using Key = std::array<std::byte, 32>;

// With HMAC-SHA-256. Ten million rounds take 1.3 s where the processor has SHA instructions (own
// loop; OpenSSL's takes four times as long), elsewhere OpenSSL's time. Nothing if `stop` was set.
std::optional<Key> pbkdf2_sha256(Bytes password, Bytes salt, std::uint32_t rounds,
                                 const std::atomic<bool>* stop = nullptr);

// With HMAC-SHA-1.
Key pbkdf2_sha1(Bytes password, Bytes salt, std::uint32_t rounds);

}  // namespace bridle
