// AES as backups use it: unwrapping keys (RFC 3394) and CBC where any block can be read alone.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "format/pbkdf2.h"

namespace bridle {

using AesKey = Key;  // 256 bits
using AesBlock = std::array<std::byte, 16>;

void wipe(Key& key);

// The key that `wrapping` wrapped in 40 bytes; nothing if it does not fit (a wrong password).
std::optional<AesKey> unwrap_key(const AesKey& wrapping, Bytes wrapped);

// Decrypts whole blocks in place. `before` is the 16 bytes of cipher text before them, zeros at
// the start of a file.
void decrypt_cbc(const AesKey& key, Bytes before, std::span<std::byte> blocks);

}  // namespace bridle
