// SQLite's numbers of one to nine bytes: seven bits a byte, the highest first; a ninth counts
// whole. https://www.sqlite.org/fileformat2.html#varint
#pragma once

#include <cstdint>

#include "base/reader.h"

namespace bridle {

inline std::uint64_t sqlite_varint(Reader& in) {
  std::uint64_t v = 0;
  for (int i = 0; i < 8; ++i) {
    const std::uint8_t b = in.u8();
    v = v << 7 | (b & 0x7f);
    if (b < 0x80) return v;
  }
  return v << 8 | in.u8();
}

// How many bytes the shortest form takes.
constexpr std::size_t sqlite_varint_size(std::uint64_t v) {
  std::size_t n = 1;
  for (; v >= 0x80 && n < 9; v >>= 7) ++n;
  return n;
}

// Appends the shortest form of a number below 2^56.
template <class Out>
void append_sqlite_varint(Out& out, std::uint64_t v) {
  for (std::size_t n = sqlite_varint_size(v); n-- > 0;)
    out.push_back(static_cast<std::byte>((v >> (7 * n) & 0x7f) | (n > 0 ? 0x80 : 0)));
}

}  // namespace bridle
