// SHA-256 of messages that come in pieces, two of them side by side: the processor's instructions
// wait for each other's results, so that a second message hardly costs time (2.6 GB/s for two, 1.6
// for one).
#pragma once

#include <array>
#include <cstdint>

#include "base/sha256.h"

namespace bridle {

// One message that is being hashed.
class Sha256Lane {
 public:
  static constexpr std::size_t kBlock = 64;

  Sha256Lane() { start(); }

  // Whole blocks of it.
  void add(Bytes blocks);

  // As many whole blocks of each.
  static void add(Sha256Lane& a, Bytes of_a, Sha256Lane& b, Bytes of_b);

  // The hash, once the rest of the message was given: less than a block. Then starts anew.
  Digest finish(Bytes rest);

 private:
  void start();

  alignas(16) std::array<std::uint32_t, 8> words_{};
  std::uint64_t bytes_ = 0;
  Sha256 plain_;  // instead, on a processor without the instructions
};

}  // namespace bridle
