#include "format/vp8l_codes.h"

#include <algorithm>
#include <array>

namespace bridle {
namespace {

constexpr std::array<std::uint16_t, kGroupCodes> kSymbols = {256 + 24, 256, 256, 256, 40};
// Entries that the tables of a complete code can have at most, words of 15 bits, 8 at first: of
// green by the bits of the cache, then of the other four. Found by M. Adler's «enough».
constexpr std::array<std::uint16_t, 12> kMostGreen = {654, 656, 658, 662,  670,  686,
                                                      718, 782, 912, 1168, 1680, 2704};
constexpr std::uint16_t kMostColour = 630, kMostDistance = 410;

std::uint64_t most_entries(unsigned code, unsigned cache_bits) {
  if (code == 0) return kMostGreen.at(cache_bits);
  return code + 1 == kGroupCodes ? kMostDistance : kMostColour;
}

// Lengths as they come, in the order of their symbols.
struct Lengths {
  WordCounts counts{};
  std::vector<PrefixSymbol>* symbols = nullptr;  // null if nobody asks which they are

  void add(unsigned first, unsigned times, unsigned bits) {
    if (bits == 0) return;
    counts.at(bits) += times;
    for (unsigned i = 0; symbols && i < times; ++i)
      symbols->push_back({.symbol = static_cast<std::uint16_t>(first + i),
                          .bits = static_cast<std::uint8_t>(bits)});
  }
};

Result<void> simple(BitWalk& in, unsigned symbols, Lengths& out) {
  const bool two = in.take(1) == 1;
  std::uint32_t first = in.take(1) == 1 ? in.take(8) : in.take(1);
  std::uint32_t second = two ? in.take(8) : first;
  if (first > second) std::swap(first, second);
  // Symbols that there are not count for nothing.
  if (first < symbols) out.add(first, 1, 1);
  if (second != first && second < symbols) out.add(second, 1, 1);
  return {};
}

Result<PrefixCode> code_of_lengths(BitWalk& in) {
  constexpr std::array<std::uint8_t, 19> kOrder = {17, 18, 0, 1,  2,  3,  4,  5,  16, 6,
                                                   7,  8,  9, 10, 11, 12, 13, 14, 15};
  std::array<std::uint8_t, kOrder.size()> bits{};
  const std::uint64_t at = in.pos();
  const unsigned count = in.take(4) + 4;
  for (unsigned i = 0; i < std::min<std::size_t>(count, kOrder.size()); ++i)
    bits.at(kOrder.at(i)) = static_cast<std::uint8_t>(in.take(3));
  std::vector<PrefixSymbol> symbols;
  Lengths all{.symbols = &symbols};
  for (unsigned i = 0; i < bits.size(); ++i) all.add(i, 1, bits.at(i));
  if (!prefix_tables(all.counts).complete)
    return fail(Errc::malformed, "a code for the lengths of codes is not complete", at);
  return PrefixCode(all.counts, symbols);
}

Result<void> lengths(BitWalk& in, unsigned symbols, Lengths& out) {
  const PrefixCode code = TRY(code_of_lengths(in));
  std::uint32_t left = symbols;
  if (in.take(1) == 1) {
    const unsigned bits = 2 + 2 * in.take(3);
    left = 2 + in.take(bits);
    if (left > symbols) return fail(Errc::malformed, "a code has too many lengths", in.pos());
  }
  unsigned last = 8;  // if the first length is to be repeated
  for (unsigned symbol = 0; symbol < symbols && left > 0 && !in.past_end(); --left) {
    const unsigned length = code.next(in);
    unsigned times = 1;
    if (length == 16) times = 3 + in.take(2);
    if (length == 17) times = 3 + in.take(3);
    if (length == 18) times = 11 + in.take(7);
    if (times > symbols - symbol)
      return fail(Errc::malformed, "a code has too many lengths", in.pos());
    if (length > 0 && length < 16) last = length;
    out.add(symbol, times, length > 16 ? 0 : length == 16 ? last : length);
    symbol += times;
  }
  return {};
}

Result<void> read(BitWalk& in, unsigned code, unsigned cache_bits, Lengths& into, MediaParts& out) {
  const std::uint64_t at = in.pos();
  const unsigned symbols = vp8l_symbols(code, cache_bits);
  const auto shape = in.take(1) == 1 ? simple(in, symbols, into) : lengths(in, symbols, into);
  if (in.failure()) return std::unexpected(*in.failure());
  if (in.past_end()) return fail(Errc::truncated, "the codes of the picture break off", at);
  if (!shape) return shape;
  ++out.checked;
  const PrefixTables tables = prefix_tables(into.counts);
  if (tables.size > most_entries(code, cache_bits))
    out.note_odd({.code = Errc::malformed,
                  .what = "a prefix code needs larger tables than any complete code",
                  .at = at});
  if (!tables.complete) return fail(Errc::malformed, "a prefix code is not complete", at);
  return {};
}

}  // namespace

unsigned vp8l_symbols(unsigned code, unsigned cache_bits) {
  return kSymbols.at(code) + (code == 0 && cache_bits > 0 ? 1U << cache_bits : 0);
}

Result<void> pass_vp8l_code(BitWalk& in, unsigned code, unsigned cache_bits, MediaParts& out) {
  Lengths all;
  return read(in, code, cache_bits, all, out);
}

Result<PrefixCode> read_vp8l_code(BitWalk& in, unsigned code, unsigned cache_bits,
                                  MediaParts& out) {
  std::vector<PrefixSymbol> symbols;
  Lengths all{.symbols = &symbols};
  TRY(read(in, code, cache_bits, all, out));
  return PrefixCode(all.counts, symbols);
}

}  // namespace bridle
