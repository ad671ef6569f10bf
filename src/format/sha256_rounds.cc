#include "format/sha256_rounds.h"

#if defined(__x86_64__)

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <string>

#include "base/sha256.h"
#include "base/sha256_instructions.h"

namespace bridle {
namespace {

using namespace sha;

// One block of sixteen words: eight given, then the padding that ends a message of 96 bytes.
WITH_SHA State compress_padded(State from, Words words) {
  __m128i a = words.low;
  __m128i b = words.high;
  __m128i c = _mm_setr_epi32(static_cast<int>(0x80000000), 0, 0, 0);
  __m128i d = _mm_setr_epi32(0, 0, 0, (64 + 32) * 8);
  State s = from;
  four_rounds(s, a, 0);
  four_rounds(s, b, 4);
  four_rounds(s, c, 8);
  four_rounds(s, d, 12);
#pragma GCC unroll 3
  for (std::size_t round = 16; round < 64; round += 16) {
    a = schedule(a, b, c, d);
    four_rounds(s, a, round);
    b = schedule(b, c, d, a);
    four_rounds(s, b, round + 4);
    c = schedule(c, d, a, b);
    four_rounds(s, c, round + 8);
    d = schedule(d, a, b, c);
    four_rounds(s, d, round + 12);
  }
  return {_mm_add_epi32(s.abef, from.abef), _mm_add_epi32(s.cdgh, from.cdgh)};
}

// One whole block of a message: only for the two key blocks, so speed does not matter.
WITH_SHA State compress_block(State from, const std::array<std::byte, 64>& block) {
  __m128i w[16];
  for (std::size_t i = 0; i < 4; ++i)
    w[i] = swapped(_mm_loadu_si128(reinterpret_cast<const __m128i*>(block.data() + 16 * i)));
  for (std::size_t i = 4; i < 16; ++i) w[i] = schedule(w[i - 4], w[i - 3], w[i - 2], w[i - 1]);
  State s = from;
  for (std::size_t i = 0; i < 16; ++i) four_rounds(s, w[i], 4 * i);
  return {_mm_add_epi32(s.abef, from.abef), _mm_add_epi32(s.cdgh, from.cdgh)};
}

// The hash's state after the block that holds the key, each byte changed by `mask` (RFC 2104).
WITH_SHA State keyed_state(const std::array<std::byte, 64>& key, std::byte mask) {
  std::array<std::byte, 64> block = key;
  for (std::byte& b : block) b ^= mask;
  return compress_block(to_state({load(kStart.data()), load(&kStart[4])}), block);
}

WITH_SHA Words load_digest(const Key& digest) {
  const auto* at = reinterpret_cast<const __m128i*>(digest.data());
  return {swapped(_mm_loadu_si128(at)), swapped(_mm_loadu_si128(at + 1))};
}

WITH_SHA Key store_digest(Words words) {
  Key out{};
  auto* at = reinterpret_cast<__m128i*>(out.data());
  _mm_storeu_si128(at, swapped(words.low));
  _mm_storeu_si128(at + 1, swapped(words.high));
  return out;
}

// A key longer than a block is hashed first; a shorter one ends in zeros.
std::array<std::byte, 64> key_block(Bytes password) {
  std::array<std::byte, 64> out{};
  if (password.size() > out.size())
    std::ranges::copy(sha256(password), out.begin());
  else
    std::ranges::copy(password, out.begin());
  return out;
}

// The first round: HMAC of the salt and the number of the block, which is 1.
Key first_round(Bytes password, Bytes salt) {
  std::string message(as_text(salt));
  message += std::string_view("\0\0\0\1", 4);
  const Bytes bytes = as_bytes(message);
  Key out{};
  HMAC(EVP_sha256(), password.data(), static_cast<int>(password.size()), as_uchar(bytes),
       bytes.size(), as_writable_uchar(out), nullptr);
  return out;
}

}  // namespace

SHA_TARGET std::optional<Key> pbkdf2_sha256_rounds(Bytes password, Bytes salt, std::uint32_t rounds,
                                                   const std::atomic<bool>* stop) {
  constexpr std::byte kInner{0x36};
  constexpr std::byte kOuter{0x5c};
  constexpr std::uint32_t kBetweenLooks = 1 << 16;
  const auto key = key_block(password);
  const State inner = keyed_state(key, kInner);
  const State outer = keyed_state(key, kOuter);
  Words last = load_digest(first_round(password, salt));
  Words sum = last;
  for (std::uint32_t done = 1; done < rounds;) {
    if (stop && *stop) return {};
    const std::uint32_t until = std::min(rounds, done + kBetweenLooks);
    for (; done < until; ++done) {
      last = to_words(compress_padded(outer, to_words(compress_padded(inner, last))));
      sum.low = _mm_xor_si128(sum.low, last.low);
      sum.high = _mm_xor_si128(sum.high, last.high);
    }
  }
  return store_digest(sum);
}

}  // namespace bridle

#else

namespace bridle {

std::optional<Key> pbkdf2_sha256_rounds(Bytes, Bytes, std::uint32_t, const std::atomic<bool>*) {
  return {};
}

}  // namespace bridle

#endif
