// Bytes as they came from an exhibit, and the only casts between bytes and text.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace bridle {

using Bytes = std::span<const std::byte>;

inline std::string_view as_text(Bytes b) {
  return {reinterpret_cast<const char*>(b.data()), b.size()};
}

inline Bytes as_bytes(std::string_view s) {
  return {reinterpret_cast<const std::byte*>(s.data()), s.size()};
}

inline std::span<std::byte> as_writable_bytes(std::span<char> s) {
  return {reinterpret_cast<std::byte*>(s.data()), s.size()};
}

// For C interfaces that take `unsigned char*`.
inline const unsigned char* as_uchar(Bytes b) {
  return reinterpret_cast<const unsigned char*>(b.data());
}
inline unsigned char* as_writable_uchar(std::span<std::byte> b) {
  return reinterpret_cast<unsigned char*>(b.data());
}

// An unsigned number of n ≤ 8 bytes at the start of b; b must hold them.
inline std::uint64_t big_endian(Bytes b, std::size_t n) {
  std::uint64_t v = 0;
  for (std::size_t i = 0; i < n; ++i) v = v << 8 | std::to_integer<std::uint64_t>(b[i]);
  return v;
}
inline std::uint64_t little_endian(Bytes b, std::size_t n) {
  std::uint64_t v = 0;
  for (std::size_t i = n; i-- > 0;) v = v << 8 | std::to_integer<std::uint64_t>(b[i]);
  return v;
}

}  // namespace bridle
