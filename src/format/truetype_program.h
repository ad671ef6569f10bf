// A program of a TrueType font, by its instructions; none is carried out.
//
//   40 n, n bytes; 41 n, n words      b0 … b7, 1 to 8 bytes; b8 … bf, 1 to 8 words: put on the
//   stack 2c a function, 89 an instruction of one's own, up to 2d; both take a number from the
//   stack 1c a jump by so many bytes; 78, 79 the same if a value says so 8f, 90 ADJUST: of Apple's
//   interpreter alone, in no published table of instructions
// CVE-2023-41990 (Triangulation): ADJUST wrote where it was told to. Source: Kaspersky, Operation
// Triangulation: the last (hardware) mystery (2023); the OpenType specification, instruction set.
#pragma once

#include <array>
#include <cstdint>

#include "base/bytes.h"

namespace bridle {

// Instructions by their codes.
using FontCodes = std::array<bool, 256>;

struct FontProgram {
  std::uint64_t instructions = 0;
  std::array<std::uint64_t, 2> adjusts{};  // 8f, 90
  // Those of them that have something on the stack to work with, and before which no code stands
  // that is surely carried out and that nothing defines: interpreters stop there. Damaged programs
  // are full of such codes.
  std::array<std::uint64_t, 2> reached{};
  FontCodes defines{};  // what the program defines itself
  bool cut = false;     // what it puts on the stack reaches past its end
};

// `defined`: what the font's earlier programs define. Also decoded is what stands where a jump by a
// fixed distance leads into values that are put on the stack.
FontProgram font_program(Bytes program, const FontCodes& defined);

}  // namespace bridle
