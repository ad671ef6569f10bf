// For tests: writes small TIFFs that carry a structure and no picture.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bridle {

class TiffBuilder {
 public:
  explicit TiffBuilder(bool big_endian = false) : big_(big_endian) {
    bytes_ = big_ ? std::string("MM\0*", 4) : std::string("II*\0", 4);
    put(bytes_, 0, 4);  // of the first directory, when it is known
  }

  struct Value {
    std::uint16_t tag, type;
    std::uint32_t count, value;
  };

  // Bytes at the next place; gives that place.
  std::uint32_t add(std::string_view bytes) {
    const auto at = static_cast<std::uint32_t>(bytes_.size());
    bytes_ += bytes;
    return at;
  }

  std::uint32_t longs(const std::vector<std::uint32_t>& list) {
    std::string out;
    for (const std::uint32_t n : list) put(out, n, 4);
    return add(out);
  }

  std::uint32_t directory(const std::vector<Value>& entries, std::uint32_t next = 0) {
    std::string out;
    put(out, static_cast<std::uint32_t>(entries.size()), 2);
    for (const Value& e : entries) {
      put(out, e.tag, 2);
      put(out, e.type, 2);
      put(out, e.count, 4);
      const bool is_short = e.type == 3 && e.count == 1;
      put(out, e.value, is_short ? 2 : 4);
      if (is_short) put(out, 0, 2);
    }
    put(out, next, 4);
    return add(out);
  }

  std::string done(std::uint32_t first) const {
    std::string at;
    put(at, first, 4);
    return bytes_.substr(0, 4) + at + bytes_.substr(8);
  }

 private:
  void put(std::string& out, std::uint32_t n, unsigned size) const {
    for (unsigned i = 0; i < size; ++i)
      out += static_cast<char>(n >> 8 * (big_ ? size - 1 - i : i) & 0xff);
  }

  bool big_;
  std::string bytes_;
};

// A JPEG's beginning with one lossless frame of so many components.
inline std::string lossless_jpeg(char components) {
  const std::string head("\xff\xd8\xff\xc3\0\x08\x0e\0\x10\0\x10", 11);
  return head + components + std::string("\xff\xd9", 2);
}

}  // namespace bridle
