// TrueType fonts by their tables and the programs in them; no letter is drawn.
//
//   u32 00010000 or "true" ("OTTO": its letters are CFF, without such programs), u16 tables, 6
//   bytes; of each 4 letters, u32 check, u32 place, u32 size      all numbers are big-endian
//   "ttcf": u32 version, u32 fonts, u32 place of each
//   head, at 50: i16 1 if loca has 4 bytes an entry, else 2 bytes of half the place
//   maxp, at 4: u16 letters      loca: where each letter stands in glyf, and where the last ends
//   glyf: i16 outlines, 8 bytes; u16 last point of each outline; u16 size and the program
//         outlines below 0: made of other letters: u16 flags (1 words, 8 40 80 scaled by 1, 2, 4
//         values, 20 more follow, 100 a program follows), u16 letter, its place
//   fpgm, prep: a program each (truetype_program.h)      name: u16, u16 names, u16 place of texts;
//   of
//         each u16 platform, encoding, language, sort (4 the whole name), size, place
// Source: OpenType specification 1.9, Apple's TrueType Reference Manual.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

struct TrueType {
  std::string_view sort;  // "truetype", "opentype" or "collection"
  std::string name = {};  // as it calls itself
  std::uint64_t tables = 0, glyphs = 0;
  std::uint64_t programs = 0, instructions = 0;
  std::uint64_t adjusts = 0;  // instructions ADJUST, whoever defines them
  // Those of them that the font does not define itself and that interpreters can come to.
  std::uint64_t reached_adjusts = 0;
  std::string first_in = {};       // "fpgm", "prep", or "glyph 7": the first program with one
  std::uint64_t odd_programs = 0;  // that put more on the stack than they hold
  std::optional<Error> lost = {};  // the first part that could not be read
};

// Whether it begins as a font of this format.
bool is_truetype(Bytes head);

// Each font in the file: several of a collection. Fails if it does not begin as a font.
Result<std::vector<TrueType>> read_truetype(Bytes file);

}  // namespace bridle
