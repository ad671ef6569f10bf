// For tests: writes WebP files that carry codes and no picture worth to be seen.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bridle {

class BitWriter {
 public:
  BitWriter& put(std::uint32_t value, unsigned bits) {
    for (unsigned i = 0; i < bits; ++i) {
      if (used_ % 8 == 0) bytes_ += '\0';
      if ((value >> i & 1) != 0)
        bytes_.back() =
            static_cast<char>(static_cast<unsigned char>(bytes_.back()) | 1U << used_ % 8);
      ++used_;
    }
    return *this;
  }

  // A code of one symbol below 256, which takes no bits.
  BitWriter& one_symbol(std::uint32_t symbol) { return put(0b101, 3).put(symbol, 8); }

  // A code by the lengths of its first symbols; lengths have a code of four bits each.
  BitWriter& lengths(const std::vector<unsigned>& list) {
    put(0, 1).put(15, 4);
    for (unsigned i = 0; i < 19; ++i) put(i < 2 || i == 8 ? 0 : 4, 3);  // none for 17, 18, 16
    put(1, 1).put(5, 3).put(static_cast<std::uint32_t>(list.size()) - 2, 12);
    for (const unsigned n : list)
      for (unsigned bit = 4; bit-- > 0;) put(n >> bit & 1, 1);
    return *this;
  }

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::size_t used_ = 0;
};

// The head of a lossless picture.
inline BitWriter lossless_head(std::uint32_t width, std::uint32_t height) {
  BitWriter out;
  out.put(0x2f, 8).put(width - 1, 14).put(height - 1, 14).put(0, 4);
  return out;
}

// 40 lengths of distances that need 542 entries, and are not complete: no complete code of so many
// symbols needs more than 410.
inline std::vector<unsigned> oversized_lengths() {
  std::vector<unsigned> out(31, 9);
  for (const unsigned n : {10U, 11U, 12U, 14U, 14U, 14U, 15U, 15U, 15U}) out.push_back(n);
  return out;
}

inline std::string riff_size(std::size_t n) {
  std::string out;
  for (unsigned i = 0; i < 4; ++i) out += static_cast<char>(n >> 8 * i & 0xff);
  return out;
}

inline std::string riff_chunk(std::string_view name, std::string_view bytes) {
  std::string out = std::string(name) + riff_size(bytes.size());
  out += bytes;
  if (bytes.size() % 2 == 1) out += '\0';
  return out;
}

inline std::string webp_of(std::string_view chunks) {
  return riff_chunk("RIFF", "WEBP" + std::string(chunks));
}

}  // namespace bridle
