// The hash of a key that is made of parts: every label or folder passed on the way has its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace bridle {

class Hash {
 public:
  // Eight bytes at a time; the same parts give the same hash, "ab" "c" another than "a" "bc".
  void add(std::string_view part) {
    const char* p = part.data();
    std::size_t n = part.size();
    std::uint64_t h = h_ + n;
    for (; n > 8; p += 8, n -= 8) h = mixed(h ^ bytes<8>(p));
    h_ = mixed(h ^ last(p, n)) + kStart;
  }

  std::uint64_t value() const { return mixed(h_); }

 private:
  static constexpr std::uint64_t kStart = 0x51ed270b35ae2d17U;

  static std::uint64_t mixed(std::uint64_t v) {
    const auto wide = static_cast<unsigned __int128>(v ^ 0x9e3779b97f4a7c15U) * 0xd6e8feb86659fd93U;
    return static_cast<std::uint64_t>(wide) ^ static_cast<std::uint64_t>(wide >> 64);
  }
  template <std::size_t n>
  static std::uint64_t bytes(const char* p) {
    std::uint64_t out = 0;
    std::memcpy(&out, p, n);
    return out;
  }
  // At most eight bytes, without reading beyond them.
  static std::uint64_t last(const char* p, std::size_t n) {
    if (n >= 4) return bytes<4>(p) | bytes<4>(p + n - 4) << 32;
    if (n == 0) return 0;
    return bytes<1>(p) | bytes<1>(p + n / 2) << 8 | bytes<1>(p + n - 1) << 16;
  }

  std::uint64_t h_ = kStart;
};

}  // namespace bridle
