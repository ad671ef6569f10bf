// PBKDF2-HMAC-SHA-256 with the processor's SHA instructions: the states of the inner and outer
// hash are made once, and each round is two compressions that never leave the registers.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "format/pbkdf2.h"

namespace bridle {

// Only where has_sha_instructions(), see base/sha256_instructions.h.
std::optional<Key> pbkdf2_sha256_rounds(Bytes password, Bytes salt, std::uint32_t rounds,
                                        const std::atomic<bool>* stop);

}  // namespace bridle
