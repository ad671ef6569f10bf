// Lists of corrections in a DNG, which a viewer carries out on the pixels: big-endian whatever the
// file's order is.
//
//   u32 how many; then of each u32 id, u32 version, u32 flags, u32 size, that many bytes
//   7 MapTable, 8 MapPolynomial, 9 GainMap, 10 … 13 Delta and Scale per row and column begin with
//   u32 top, left, bottom, right, first plane, planes, step of rows, step of columns; then
//     7           u32 entries, u16 each                 10 … 13     u32 values, float each
//     8           u32 degree, degree + 1 doubles        9           u32 rows, columns, four
//     doubles,
//   6 TrimBounds has top, left, bottom, right alone                 u32 planes, floats of them all
// CVE-2025-21042 and its like: an area or planes that the picture does not have, with which a
// decoder that does not check writes outside of its memory.
// Source: Adobe, Digital Negative Specification 1.7, chapter 7.
#pragma once

#include <cstdint>

#include "base/bytes.h"

namespace bridle {

struct DngBounds {
  std::uint64_t width = 0, height = 0, planes = 0;
};

struct DngOpcodes {
  std::uint64_t count = 0;    // as read
  std::uint64_t odd = 0;      // that no writer makes, the list's own end included
  const char* why = nullptr;  // of the first odd one
  std::uint64_t at = 0;       // and where in the list it begins
};

DngOpcodes dng_opcodes(Bytes list, const DngBounds& bounds);

}  // namespace bridle
