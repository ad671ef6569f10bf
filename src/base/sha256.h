// SHA-256, as hashes of files are written down.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace bridle {

using Digest = std::array<std::byte, 32>;

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(Bytes more);
  Digest finish();  // and starts anew

 private:
  struct State;
  std::unique_ptr<State> state_;
};

Digest sha256(Bytes all);

// Out of 64 hex digits; nothing for another text.
std::optional<Digest> digest_from_hex(std::string_view digits);

}  // namespace bridle
