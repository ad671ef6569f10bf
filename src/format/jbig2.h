// JBIG2 (ITU-T T.88) by the heads of its segments; no picture is decoded.
//
//   u32 number   u8 flags: type (6 bits), 40 the page takes 4 bytes   references   u8 or u32 page
//   u32 bytes of data (ffffffff: not known, of a generic region alone), then the data
//   references: u8, its top 3 bits their count (0 … 4); 7: u32 with 29 bits of count and a bit for
//               each and one more, in bytes; then their numbers of 1, 2 or 4 bytes, as the
//               segment's own number needs (up to 256, up to 65536, above)
//   types: 0 dictionary of symbols   4 6 7 text   16 patterns   20 22 23 halftone   36 38 39
//   generic
//          40 42 43 refinement   48 page   49 its end   50 stripe   51 end of file   52 … tables
//   dictionary: u16 flags (1 Huffman, 2 refined, c00 template, 1000 its other one), places of
//               pixels, u32 symbols that it exports, u32 symbols that are new in it
//   file: 97 "JB2" 0d 0a 1a 0a, u8 flags (1 in order, 2 pages not known), u32 pages; if not in
//         order, all heads stand before all data. In a PDF there is no file head.
// CVE-2021-30860 (FORCEDENTRY): the symbols of all dictionaries that one text region refers to are
// summed up in 32 bits; references to one dictionary, many times over, make them wrap. Afterwards
// tens of thousands of refinements computed with what lay behind the page.
// Source: Google Project Zero, A deep dive into an NSO zero-click iMessage exploit (2021).
#pragma once

#include <cstdint>
#include <optional>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

struct Jbig2 {
  std::uint64_t segments = 0;
  std::uint64_t dictionaries = 0, symbols = 0;  // that are new in them
  std::uint64_t texts = 0, refinements = 0;
  std::uint64_t most_symbols = 0;     // that one text region or dictionary refers to, each as
                                      // often as it does
  std::uint64_t most_references = 0;  // of one segment
  std::uint64_t odd_references = 0;   // segments that refer to more segments than stand before them
  std::uint64_t odd_dictionaries = 0;  // that export more symbols than they have
  std::optional<Error> lost = {};      // where reading stopped; what came before stands here

  // Whether a sum of 32 bits wraps.
  bool overflows() const { return most_symbols > 0xffffffff; }
};

// Of a PDF: the segments that its pictures share, perhaps none, and those of one picture. The place
// of `lost` is counted in the two as one.
Jbig2 read_jbig2(Bytes shared, Bytes own);

// Of a file of its own. Fails only if it does not begin as one.
Result<Jbig2> read_jbig2_file(Bytes file);

}  // namespace bridle
