// The root of a Merkle tree over lines, as RFC 6962 (2.1) builds it: a leaf is SHA-256 of a zero
// byte and the line, a node SHA-256 of a one byte and its two halves, the left half being the
// largest power of two smaller than the whole. No lines: SHA-256 of nothing.
#pragma once

#include <string_view>
#include <vector>

#include "base/sha256.h"

namespace bridle {

// Takes the lines in order; memory grows with the logarithm of their number.
class MerkleRoot {
 public:
  void add(std::string_view line);
  Digest finish() const;

 private:
  std::vector<Digest> peaks_;  // roots of whole subtrees, the largest first
  std::uint64_t leaves_ = 0;
};

}  // namespace bridle
