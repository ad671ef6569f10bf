// Reads a few bytes at a place of a file that goes forward, and counts the parts that it meets.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "format/read_ahead.h"

namespace bridle {

class Steps {
 public:
  static constexpr std::size_t kMost = 16;  // bytes at once

  explicit Steps(const Content& content) : in_(content) {}

  std::uint64_t pos() const { return pos_; }
  std::uint64_t size() const { return in_.size(); }
  bool at_end() const { return pos_ == in_.size(); }

  // Valid until the next one.
  Result<Bytes> take(std::size_t n) {
    const auto out = std::span(buffer_).first(n);
    if (n > in_.size() - pos_) return fail(Errc::truncated, "a part breaks off", pos_);
    TRY(in_.read(pos_, out));
    pos_ += n;
    return Bytes(out);
  }

  Result<void> skip(std::uint64_t n) {
    if (n > in_.size() - pos_) return fail(Errc::truncated, "a part reaches past the end", pos_);
    pos_ += n;
    return {};
  }

  Result<void> count() {
    constexpr std::uint64_t kMostParts = 1 << 22;  // of a picture in pieces of one byte
    if (++parts_ > kMostParts) return fail(Errc::too_large, "it has too many parts", pos_);
    return {};
  }

 private:
  ReadAhead in_;
  std::uint64_t pos_ = 0, parts_ = 0;
  std::array<std::byte, kMost> buffer_{};
};

}  // namespace bridle
