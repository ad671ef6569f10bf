// Reads numbers and bytes off a span. Going past the end is not an error at each step: every
// later read yields zero, and done() says once where it first happened.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

class Reader {
 public:
  explicit Reader(Bytes bytes) : bytes_(bytes) {}

  std::uint8_t u8() { return static_cast<std::uint8_t>(little(1)); }
  std::uint16_t u16le() { return static_cast<std::uint16_t>(little(2)); }
  std::uint32_t u32le() { return static_cast<std::uint32_t>(little(4)); }
  std::uint64_t u64le() { return little(8); }
  std::uint16_t u16be() { return static_cast<std::uint16_t>(big(2)); }
  std::uint32_t u32be() { return static_cast<std::uint32_t>(big(4)); }
  std::uint64_t u64be() { return big(8); }

  // The next n bytes, or none if fewer are left.
  Bytes take(std::uint64_t n) {
    if (failed_ || n > bytes_.size() - pos_) {
      failed_ = true;
      return {};
    }
    const Bytes out = bytes_.subspan(pos_, static_cast<std::size_t>(n));
    pos_ += out.size();
    return out;
  }

  // Continues at an absolute position; beyond the end is a failure.
  void seek(std::uint64_t pos) {
    if (pos > bytes_.size())
      failed_ = true;
    else
      pos_ = static_cast<std::size_t>(pos);
  }

  bool at_end() const { return failed_ || pos_ == bytes_.size(); }
  bool failed() const { return failed_; }
  std::uint64_t pos() const { return pos_; }
  std::uint64_t left() const { return failed_ ? 0 : bytes_.size() - pos_; }

  Result<void> done() const {
    if (failed_) return fail(Errc::truncated, "the data ends early", pos_);
    return {};
  }

 private:
  std::uint64_t little(std::size_t n) {
    const Bytes b = take(n);
    return little_endian(b, b.size());
  }
  std::uint64_t big(std::size_t n) {
    const Bytes b = take(n);
    return big_endian(b, b.size());
  }

  Bytes bytes_;
  std::size_t pos_ = 0;
  bool failed_ = false;
};

}  // namespace bridle
