// WebP's lossless pictures (VP8L), and the lossless alpha of others: all that can hold a prefix
// code, in the order of the stream. The pixels of the picture itself come last, and nothing stands
// behind them that could hold a code: they are not read. Bits, the lowest of each byte first:
//
//   8 2f, 14 width - 1, 14 height - 1, 1 alpha, 3 version 0                    (not in alpha)
//   while bit: 2 sort of transform, each once: 0 predictor, 1 colours: 3 bits - 2 of the size of
//              blocks, a picture with one pixel a block; 2 green; 3 palette: 8 colours - 1, a
//              picture of one row; up to 16, 4, 2 of them: 2, 4, 8 pixels stand in one
//   bit: 4 bits of the cache of colours, 1 … 11
//   bit: groups: 3 bits - 2 of the size of blocks, a picture that says by red and green which
//              group each block has: one more than the largest
//   five codes a group (vp8l_codes.h), pixels
// A picture within has neither transforms nor groups. Source: RFC 9649, section 3.
#pragma once

#include <cstdint>

#include "format/media_parts.h"
#include "format/read_ahead.h"

namespace bridle {

struct Vp8lPlace {
  std::uint64_t at = 0, size = 0;  // in the file
};

// Adds to `out`; the size too. Stops at the first code that is not complete, as decoders do.
void walk_vp8l(ReadAhead& in, const Vp8lPlace& place, MediaParts& out);

// The same for alpha, whose size the picture states, behind its first byte.
struct Vp8lSize {
  std::uint32_t width = 0, height = 0;
};
void walk_vp8l_alpha(ReadAhead& in, const Vp8lPlace& place, Vp8lSize size, MediaParts& out);

}  // namespace bridle
