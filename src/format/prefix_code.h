// Prefix (Huffman) codes by the lengths of their words, at most 15 bits, as WebP and Deflate have
// them: words of one length follow each other, shorter ones stand before longer ones.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "format/bit_walk.h"

namespace bridle {

inline constexpr unsigned kLongestWord = 15;

// How many words there are of each length; [0] is not used.
using WordCounts = std::array<std::uint32_t, kLongestWord + 1>;

// What a decoder makes of it that looks up eight bits at once and the rest in further tables.
struct PrefixTables {
  bool complete = false;   // each sequence of bits has one word; one word alone is complete too
  std::uint64_t size = 0;  // entries of all tables, as far as a decoder fills them before it knows
};
PrefixTables prefix_tables(const WordCounts& counts);

struct PrefixSymbol {
  std::uint16_t symbol = 0;
  std::uint8_t bits = 0;  // of its word
};

// Decodes bit by bit: as fast as the bits are many, and no table is made for it.
class PrefixCode {
 public:
  // Symbols in their order, each with one bit at least; they must be complete together.
  PrefixCode(const WordCounts& counts, std::span<const PrefixSymbol> symbols);

  bool has_one() const { return sorted_.size() == 1; }  // which takes no bits
  std::uint16_t first() const { return sorted_.front(); }
  std::uint16_t next(BitWalk& in) const;

 private:
  WordCounts counts_;
  std::vector<std::uint16_t> sorted_;  // by length of their words
};

}  // namespace bridle
