// The bytes of one file of an exhibit, read on demand: plain, inflated or decrypted on the way.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

class Content {
 public:
  virtual ~Content() = default;

  virtual std::uint64_t size() const = 0;

  // Fills `out` with the bytes from `at`. Reaching past the end is Errc::truncated; what cannot
  // be had is Errc::io or Errc::malformed. Safe to call from several threads.
  virtual Result<void> read(std::uint64_t at, std::span<std::byte> out) const = 0;
};

// Bytes that lie in memory, which the caller keeps.
class MemoryContent : public Content {
 public:
  explicit MemoryContent(Bytes bytes) : bytes_(bytes) {}
  std::uint64_t size() const override { return bytes_.size(); }
  Result<void> read(std::uint64_t at, std::span<std::byte> out) const override {
    if (at > bytes_.size() || out.size() > bytes_.size() - at)
      return fail(Errc::truncated, "the data ends early", bytes_.size());
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at), out.size(), out.begin());
    return {};
  }

 private:
  Bytes bytes_;
};

}  // namespace bridle
