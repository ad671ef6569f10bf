// Bits of a part of a file, the lowest of each byte first. Past the end all of them are 0.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "format/read_ahead.h"

namespace bridle {

class BitWalk {
 public:
  BitWalk(ReadAhead& in, std::uint64_t at, std::uint64_t size)
      : in_(&in), next_at_(at), end_(at + size) {}

  // The next n ≤ 24 bits, the first read the lowest.
  std::uint32_t take(unsigned n) {
    if (held_ < n) refill();
    const auto out = static_cast<std::uint32_t>(window_ & ((std::uint64_t{1} << n) - 1));
    window_ >>= n;
    held_ -= n;
    return out;
  }

  // Whether bits were taken that there are not; why, if they could not be read.
  bool past_end() const { return held_ < beyond_; }
  const std::optional<Error>& failure() const { return failure_; }

  // The byte that holds the next bit.
  std::uint64_t pos() const { return (next_at_ * 8 + beyond_ - held_) / 8; }

 private:
  void refill();
  bool load();

  ReadAhead* in_;
  std::uint64_t next_at_, end_;  // of what is not in the window
  std::uint64_t window_ = 0;
  std::uint64_t held_ = 0;    // bits in the window
  std::uint64_t beyond_ = 0;  // zeros that were put in past the end
  std::array<std::byte, 1024> block_{};
  std::size_t used_ = 0, filled_ = 0;
  std::optional<Error> failure_;
};

}  // namespace bridle
