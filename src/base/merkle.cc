#include "base/merkle.h"

#include <string>

namespace bridle {
namespace {

Digest node(const Digest& left, const Digest& right) {
  std::string text("\1");
  text.append(as_text(left)).append(as_text(right));
  return sha256(as_bytes(text));
}

}  // namespace

void MerkleRoot::add(std::string_view line) {
  std::string text(1, '\0');
  text.append(line);
  Digest root = sha256(as_bytes(text));
  // Each one bit of the count below the first zero is a subtree that is full now.
  for (std::uint64_t count = leaves_++; (count & 1) != 0; count >>= 1) {
    root = node(peaks_.back(), root);
    peaks_.pop_back();
  }
  peaks_.push_back(root);
}

Digest MerkleRoot::finish() const {
  if (peaks_.empty()) return sha256({});
  Digest root = peaks_.back();
  for (std::size_t i = peaks_.size() - 1; i-- > 0;) root = node(peaks_[i], root);
  return root;
}

}  // namespace bridle
