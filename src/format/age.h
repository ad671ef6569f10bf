// Files encrypted with age (version 1): the head, the keys, and the content piece by piece.
//
//   age-encryption.org/v1
//   -> X25519 <share>            one or more stanzas: words, and a body in lines of 64 characters,
//   <the file's key, wrapped>    the last of them shorter
//   -> scrypt <salt> <log2 N>
//   --- <HMAC of the head>       then, binary: 16 bytes of nonce, chunks of 64 KB and 16 bytes each
// Base64 without padding. Each chunk is ChaCha20-Poly1305 with a counter for its nonce, whose last
// byte is 1 for the last chunk: chunks can be read in any order. Source:
// https://age-encryption.org/v1
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle::age {

inline constexpr std::string_view kMark = "age-encryption.org/v1\n";
inline constexpr std::size_t kMostHead = 64 << 10;
inline constexpr std::size_t kChunk = 64 << 10;
inline constexpr std::size_t kTag = 16;

struct Stanza {
  std::vector<std::string> words;
  std::string body;  // bytes
};

struct Head {
  std::vector<Stanza> stanzas;
  std::string mac;
  std::uint64_t mac_at = 0;  // the HMAC covers so many bytes
  std::uint64_t size = 0;    // of the head; the nonce follows
};

// `start` is the file's start, kMostHead bytes or all of it.
Result<Head> head(Bytes start);

using Secret = std::array<std::byte, 32>;

// The secret of "AGE-SECRET-KEY-1…", among comments and other lines of a key file; nothing if no
// such line is there.
std::optional<Secret> identity(std::string_view key_file);

struct Unlocking {
  std::optional<Secret> identity = {};
  std::optional<std::string> password = {};
};

// The 16 bytes of the file's key, checked by the HMAC. Errc::encrypted if nothing given opens it;
// Errc::unsupported if the work of guessing that the head demands is out of reason.
Result<std::string> file_key(const Head& head, Bytes start, const Unlocking& with);

// The key of the content.
std::string payload_key(std::string_view file_key, Bytes nonce);

// 12 bytes: a counter, and whether it is the last chunk.
std::string chunk_nonce(std::uint64_t number, bool last);

// Decrypts chunk `number`; `out` takes kTag bytes less. False if it was changed.
bool open_chunk(std::string_view key, std::uint64_t number, bool last, Bytes chunk,
                std::span<std::byte> out);

}  // namespace bridle::age
