// Reads a file in pieces that grow while the reader goes forward: a scan gets few big reads (each
// may be a system call or a decryption), a jump costs little.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/content.h"

namespace bridle {

class ReadAhead {
 public:
  explicit ReadAhead(const Content& content) : content_(&content) {}

  std::uint64_t size() const { return content_->size(); }
  Result<void> read(std::uint64_t at, std::span<std::byte> out);

 private:
  struct Piece {
    std::uint64_t at = 0;
    std::size_t size = 0;
    std::uint64_t used = 0;  // when, counted in reads
    std::vector<std::byte> bytes;
    bool holds(std::uint64_t from, std::size_t n) const {
      return from >= at && n <= size && from - at <= size - n;
    }
  };

  std::size_t size_for(std::uint64_t at) const;
  Result<void> load(Piece& piece, std::uint64_t at, std::size_t n);

  const Content* content_;
  std::array<Piece, 6> pieces_;
  std::uint64_t clock_ = 0;
};

}  // namespace bridle
