// Writes a binary property list object by object: what XML lists become, and what tests read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bridle {

// Collects the objects of a list; each call gives the number of the object it added.
class PlistBuilder {
 public:
  PlistBuilder() { out_ = "bplist00"; }

  std::uint32_t constant(char marker) {
    const std::uint32_t number = start();
    out_ += marker;
    return number;
  }
  std::uint32_t number(unsigned char marker, std::uint64_t value, std::size_t bytes) {
    const std::uint32_t n = start();
    out_ += static_cast<char>(marker);
    put(value, bytes);
    return n;
  }
  // Numbers above 2^63 are only told from negative ones when 16 bytes long.
  std::uint32_t large_number(std::uint64_t value) {
    const std::uint32_t n = start();
    out_ += '\x14';
    put(0, 8);
    put(value, 8);
    return n;
  }
  // Data (4) or a text: ASCII (5), UTF-16 big endian (6), UTF-8 (7).
  std::uint32_t bytes(unsigned char kind, std::string_view value) {
    const std::uint32_t n = start();
    length(kind, kind == 6 ? value.size() / 2 : value.size());
    out_ += value;
    return n;
  }
  // With step 2 the references are pairs, of which all keys are stored before all values.
  std::uint32_t container(unsigned char kind, std::span<const std::uint32_t> refs,
                          std::size_t step) {
    const std::uint32_t n = start();
    length(kind, refs.size() / step);
    for (std::size_t first = 0; first < step; ++first)
      for (std::size_t i = first; i < refs.size(); i += step) put(refs[i], 4);
    return n;
  }

  // The whole list with its table and trailer.
  const std::string& finish(std::uint32_t top) {
    const std::uint64_t table = out_.size();
    for (const std::uint64_t at : offsets_) put(at, 8);
    put(0, 6);
    put(0x0804, 2);
    put(offsets_.size(), 8);
    put(top, 8);
    put(table, 8);
    return out_;
  }

 private:
  std::uint32_t start() {
    offsets_.push_back(out_.size());
    return static_cast<std::uint32_t>(offsets_.size() - 1);
  }
  void length(unsigned char kind, std::uint64_t n) {
    out_ += static_cast<char>(kind << 4 | (n < 15 ? n : 15));
    if (n < 15) return;
    out_ += '\x13';
    put(n, 8);
  }
  void put(std::uint64_t v, std::size_t n) {
    while (n-- > 0) out_ += static_cast<char>(n < 8 ? v >> (8 * n) & 255 : 0);
  }

  std::string out_;
  std::vector<std::uint64_t> offsets_;
};

}  // namespace bridle
