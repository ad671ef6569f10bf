// The prefix codes of WebP's lossless pictures, as they stand in the stream.
//
//   bit 1: simple; bit: one or two symbols; bit: the first has 1 or 8 bits; the second has 8
//   bit 0: 4 bits + 4 lengths of 3 bits, of the code for lengths, in an order of its own; then
//          bit: 3 bits n, 2 + 2n bits + 2: so many lengths follow, else one for each symbol;
//          0 … 15 a length, 16 the last one 3 … 6 times, 17, 18 zero 3 … 10, 11 … 138 times
// CVE-2023-4863: a decoder that has room for the largest tables of complete codes, and fills them
// before it knows whether a code is complete.
// Source: RFC 9649, section 3.7; libwebp's change «Fix OOB write in BuildHuffmanTable» (2023);
// B. Hawkes, The WebP 0day (2023).
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "format/media_parts.h"
#include "format/prefix_code.h"

namespace bridle {

// Symbols of the five codes of a group: green, lengths and cached colours; red; blue; alpha;
// distances.
inline constexpr unsigned kGroupCodes = 5;
unsigned vp8l_symbols(unsigned code, unsigned cache_bits);

// A code that is passed over, and noted as odd if no complete code of so many symbols has such
// tables. Fails if it is not complete or the bits end.
Result<void> pass_vp8l_code(BitWalk& in, unsigned code, unsigned cache_bits, MediaParts& out);

// The same for one that is used.
Result<PrefixCode> read_vp8l_code(BitWalk& in, unsigned code, unsigned cache_bits, MediaParts& out);

}  // namespace bridle
