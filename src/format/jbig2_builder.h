// For tests: JBIG2 streams written segment by segment.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bridle {

inline std::string big(std::uint64_t n, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(n >> 8 * i & 0xff);
  return out;
}

// A segment of page 1 with these data; `references` are written in the long form above four.
inline std::string jbig2_segment(std::uint32_t number, unsigned type,
                                 const std::vector<std::uint32_t>& references,
                                 const std::string& data) {
  const std::uint64_t n = references.size();
  std::string out = big(number, 4) + big(type, 1);
  out += n <= 4 ? big(n << 5, 1) : big(0xe0000000 | n, 4) + std::string((n + 8) / 8, '\0');
  for (const std::uint32_t r : references)
    out += big(r, number <= 256 ? 1 : number <= 65536 ? 2 : 4);
  return out + big(1, 1) + big(data.size(), 4) + data;
}

// A dictionary's data: coded by arithmetic, template 0.
inline std::string jbig2_dictionary(std::uint32_t exported, std::uint32_t added) {
  return big(0, 2) + std::string(8, '\1') + big(exported, 4) + big(added, 4) + "coded";
}

}  // namespace bridle
