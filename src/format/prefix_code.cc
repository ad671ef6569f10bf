#include "format/prefix_code.h"

#include <numeric>

namespace bridle {
namespace {

constexpr unsigned kRoot = 8;  // bits that the first table looks up

// Bits of the further table that begins with a word of this length: as many as fill it, by the
// words that follow. `left` counts those of each length that have no place yet.
unsigned further_bits(const WordCounts& left, unsigned length) {
  std::int64_t open = std::int64_t{1} << (length - kRoot);
  while (length < kLongestWord) {
    open -= left[length];
    if (open <= 0) break;
    ++length;
    open <<= 1;
  }
  return length - kRoot;
}

}  // namespace

PrefixTables prefix_tables(const WordCounts& counts) {
  PrefixTables out{.complete = false, .size = std::uint64_t{1} << kRoot};
  const auto words = std::accumulate(counts.begin() + 1, counts.end(), std::uint64_t{0});
  if (words <= 1) {
    out.complete = words == 1;
    return out;
  }
  WordCounts left = counts;
  std::int64_t open = 1;
  std::uint64_t word = 0, table = ~0ULL;
  for (unsigned length = 1; length <= kLongestWord; ++length) {
    open = open * 2 - counts[length];
    word <<= 1;
    if (open < 0) return out;  // more words than there can be: decoders stop here
    for (; length > kRoot && left[length] > 0; --left[length], ++word) {
      if (word >> (length - kRoot) == table) continue;
      table = word >> (length - kRoot);
      out.size += std::uint64_t{1} << further_bits(left, length);
    }
    if (length <= kRoot) word += counts[length];
  }
  out.complete = open == 0;
  return out;
}

PrefixCode::PrefixCode(const WordCounts& counts, std::span<const PrefixSymbol> symbols)
    : counts_(counts), sorted_(symbols.size()) {
  WordCounts place{};
  for (unsigned length = 1; length < kLongestWord; ++length)
    place[length + 1] = place[length] + counts[length];
  for (const PrefixSymbol& s : symbols) sorted_[place[s.bits]++] = s.symbol;
}

std::uint16_t PrefixCode::next(BitWalk& in) const {
  if (has_one()) return first();
  std::uint32_t word = 0, least = 0, before = 0;  // the least word of a length; words shorter
  for (unsigned length = 1; length <= kLongestWord; ++length) {
    word = word << 1 | in.take(1);
    if (word - least < counts_[length]) return sorted_[before + word - least];
    before += counts_[length];
    least = (least + counts_[length]) << 1;
  }
  return 0;  // not reached: the words are complete
}

}  // namespace bridle
