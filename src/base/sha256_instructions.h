// SHA-256 (FIPS 180-4) by the processor's own instructions: what pbkdf2 and the hashing of files
// are made of. Only for functions that are compiled WITH_SHA and called where
// has_sha_instructions().
#pragma once

namespace bridle {

bool has_sha_instructions();

}  // namespace bridle

#if defined(__x86_64__)

#include <immintrin.h>

#include <array>
#include <cstddef>
#include <cstdint>

#define SHA_TARGET __attribute__((target("sha,sse4.1,ssse3")))
#define WITH_SHA __attribute__((target("sha,sse4.1,ssse3"), always_inline)) inline

namespace bridle::sha {

// FIPS 180-4, 4.2.2
alignas(16) inline constexpr std::array<std::uint32_t, 64> kRound = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// FIPS 180-4, 5.3.3
alignas(16) inline constexpr std::array<std::uint32_t, 8> kStart = {
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

// Turns the bytes of four words around, as the standard counts them.
WITH_SHA __m128i swapped(__m128i words) {
  return _mm_shuffle_epi8(words, _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203));
}

}  // namespace bridle::sha

#endif
