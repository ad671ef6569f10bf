#include "format/sha256_rounds.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <string>

#include "base/sha256.h"

#define WITH_SHA __attribute__((target("sha,sse4.1,ssse3"), always_inline)) inline

namespace bridle {
namespace {

// FIPS 180-4, 4.2.2
alignas(16) constexpr std::array<std::uint32_t, 64> kRound = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// FIPS 180-4, 5.3.3
alignas(16) constexpr std::array<std::uint32_t, 8> kStart = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// Eight words of a hash, the first in the lowest lane.
struct Words {
  __m128i low, high;
};

// The same as the instructions want them: A B E F and C D G H.
struct State {
  __m128i abef, cdgh;
};

WITH_SHA __m128i load(const std::uint32_t* at) {
  return _mm_load_si128(reinterpret_cast<const __m128i*>(at));
}

WITH_SHA State to_state(Words w) {
  const __m128i cdab = _mm_shuffle_epi32(w.low, 0xb1);
  const __m128i efgh = _mm_shuffle_epi32(w.high, 0x1b);
  return {_mm_alignr_epi8(cdab, efgh, 8), _mm_blend_epi16(efgh, cdab, 0xf0)};
}

WITH_SHA Words to_words(State s) {
  const __m128i feba = _mm_shuffle_epi32(s.abef, 0x1b);
  const __m128i dchg = _mm_shuffle_epi32(s.cdgh, 0xb1);
  return {_mm_blend_epi16(feba, dchg, 0xf0), _mm_alignr_epi8(dchg, feba, 8)};
}

WITH_SHA void four_rounds(State& s, __m128i words, std::size_t round) {
  const __m128i sum = _mm_add_epi32(words, load(&kRound[round]));
  s.cdgh = _mm_sha256rnds2_epu32(s.cdgh, s.abef, sum);
  s.abef = _mm_sha256rnds2_epu32(s.abef, s.cdgh, _mm_shuffle_epi32(sum, 0x0e));
}

// The next four words of the message schedule from the sixteen before them.
WITH_SHA __m128i schedule(__m128i a, __m128i b, __m128i c, __m128i d) {
  const __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(a, b), _mm_alignr_epi8(d, c, 4));
  return _mm_sha256msg2_epu32(sum, d);
}

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
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i w[16];
  for (std::size_t i = 0; i < 4; ++i)
    w[i] = _mm_shuffle_epi8(
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(block.data() + 16 * i)), swap);
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
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  const auto* at = reinterpret_cast<const __m128i*>(digest.data());
  return {_mm_shuffle_epi8(_mm_loadu_si128(at), swap),
          _mm_shuffle_epi8(_mm_loadu_si128(at + 1), swap)};
}

WITH_SHA Key store_digest(Words words) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  Key out{};
  auto* at = reinterpret_cast<__m128i*>(out.data());
  _mm_storeu_si128(at, _mm_shuffle_epi8(words.low, swap));
  _mm_storeu_si128(at + 1, _mm_shuffle_epi8(words.high, swap));
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

bool has_sha_instructions() {
  unsigned a{}, b{}, c{}, d{};
  constexpr unsigned kSha = 1U << 29;
  const bool sha = __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & kSha) != 0;
  return sha && __builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("ssse3");
}

__attribute__((target("sha,sse4.1,ssse3"))) std::optional<Key> pbkdf2_sha256_rounds(
    Bytes password, Bytes salt, std::uint32_t rounds, const std::atomic<bool>* stop) {
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

bool has_sha_instructions() {
  return false;
}

std::optional<Key> pbkdf2_sha256_rounds(Bytes, Bytes, std::uint32_t, const std::atomic<bool>*) {
  return {};
}

}  // namespace bridle

#endif
