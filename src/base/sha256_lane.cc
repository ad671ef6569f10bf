#include "base/sha256_lane.h"

#include <algorithm>

#include "base/sha256_instructions.h"

namespace bridle {

#if defined(__x86_64__)
namespace {

using namespace sha;

// One more message costs registers, a third already spills them.
template <std::size_t lanes>
struct Group {
  std::array<std::uint32_t*, lanes> words;
  std::array<const std::byte*, lanes> blocks;
};

template <std::size_t lanes>
SHA_TARGET void compress(const Group<lanes>& group, std::size_t count) {
  State now[lanes];
  for (std::size_t i = 0; i < lanes; ++i)
    now[i] = to_state({load(group.words[i]), load(group.words[i] + 4)});
  for (std::size_t block = 0; block < count; ++block) {
    __m128i w[lanes][4];
    State before[lanes];
    for (std::size_t i = 0; i < lanes; ++i) {
      before[i] = now[i];
      const auto* at = reinterpret_cast<const __m128i*>(group.blocks[i] + 64 * block);
      for (std::size_t j = 0; j < 4; ++j) w[i][j] = swapped(_mm_loadu_si128(at + j));
    }
#pragma GCC unroll 16
    for (std::size_t r = 0; r < 16; ++r) {
#pragma GCC unroll 2
      for (std::size_t i = 0; i < lanes; ++i) {
        if (r >= 4)
          w[i][r % 4] =
              schedule(w[i][r % 4], w[i][(r + 1) % 4], w[i][(r + 2) % 4], w[i][(r + 3) % 4]);
        four_rounds(now[i], w[i][r % 4], 4 * r);
      }
    }
    for (std::size_t i = 0; i < lanes; ++i)
      now[i] = {_mm_add_epi32(now[i].abef, before[i].abef),
                _mm_add_epi32(now[i].cdgh, before[i].cdgh)};
  }
  for (std::size_t i = 0; i < lanes; ++i) {
    const Words words = to_words(now[i]);
    _mm_store_si128(reinterpret_cast<__m128i*>(group.words[i]), words.low);
    _mm_store_si128(reinterpret_cast<__m128i*>(group.words[i] + 4), words.high);
  }
}

}  // namespace
#endif

void Sha256Lane::start() {
#if defined(__x86_64__)
  words_ = kStart;
#endif
  bytes_ = 0;
}

void Sha256Lane::add(Bytes blocks) {
#if defined(__x86_64__)
  if (has_sha_instructions()) {
    bytes_ += blocks.size();
    return compress<1>({{words_.data()}, {blocks.data()}}, blocks.size() / kBlock);
  }
#endif
  plain_.add(blocks);
}

void Sha256Lane::add(Sha256Lane& a, Bytes of_a, Sha256Lane& b, Bytes of_b) {
#if defined(__x86_64__)
  if (has_sha_instructions()) {
    a.bytes_ += of_a.size();
    b.bytes_ += of_b.size();
    return compress<2>({{a.words_.data(), b.words_.data()}, {of_a.data(), of_b.data()}},
                       of_a.size() / kBlock);
  }
#endif
  a.add(of_a);
  b.add(of_b);
}

// The padding: one bit, zeros, and the length in bits at the end of a block.
Digest Sha256Lane::finish(Bytes rest) {
  if (!has_sha_instructions()) {
    plain_.add(rest);
    return plain_.finish();
  }
  const std::uint64_t bits = 8 * (bytes_ + rest.size());
  std::array<std::byte, 2 * kBlock> end{};
  std::ranges::copy(rest, end.begin());
  end[rest.size()] = std::byte{0x80};
  const std::size_t size = rest.size() + 9 <= kBlock ? kBlock : 2 * kBlock;
  for (std::size_t i = 0; i < 8; ++i) end[size - 1 - i] = static_cast<std::byte>(bits >> (8 * i));
  add(std::span(end).first(size));
  Digest out{};
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<std::byte>(words_[i / 4] >> (24 - 8 * (i % 4)));
  start();
  return out;
}

}  // namespace bridle
