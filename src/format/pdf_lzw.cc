#include "format/pdf_lzw.h"

#include <vector>

namespace bridle {
namespace {

constexpr unsigned kClear = 256, kEnd = 257, kMostBits = 12;

class Codes {
 public:
  explicit Codes(Bytes packed) : packed_(packed) {}

  // kEnd where the bytes end.
  unsigned next(unsigned bits) {
    while (held_ < bits) {
      if (pos_ == packed_.size()) return kEnd;
      buffer_ = buffer_ << 8 | std::to_integer<unsigned>(packed_[pos_++]);
      held_ += 8;
    }
    held_ -= bits;
    return buffer_ >> held_ & ((1U << bits) - 1);
  }

 private:
  Bytes packed_;
  std::size_t pos_ = 0;
  std::uint32_t buffer_ = 0;
  unsigned held_ = 0;
};

struct Seen {
  std::size_t at, size;  // in what was unpacked
};

}  // namespace

std::string unpack_lzw(Bytes packed, bool early, std::uint64_t limit) {
  Codes in(packed);
  std::string out;
  std::vector<Seen> table;
  unsigned bits = 9;
  Seen before{.at = 0, .size = 0};
  for (unsigned code = in.next(bits); code != kEnd; code = in.next(bits)) {
    if (code == kClear) {
      table.clear();
      bits = 9;
      before.size = 0;
      continue;
    }
    const std::size_t at = out.size();
    // Each code adds to the table what stood before it and its own first byte: they lie together.
    if (before.size > 0 && table.size() + 258 < (1U << kMostBits))
      table.push_back({.at = before.at, .size = before.size + 1});
    if (code < 256) {
      out += static_cast<char>(code);
    } else {
      if (code - 258 >= table.size()) return out;
      const Seen seen = table[code - 258];
      if (seen.size > limit - at) return out;
      for (std::size_t i = 0; i < seen.size; ++i) out += out[seen.at + i];
    }
    if (out.size() >= limit) return out;
    before = {.at = at, .size = out.size() - at};
    const std::size_t next = table.size() + 258 + (early ? 1 : 0);
    while (bits < kMostBits && next >= (std::size_t{1} << bits)) ++bits;
  }
  return out;
}

}  // namespace bridle
