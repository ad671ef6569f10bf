#include "format/bit_walk.h"

#include <algorithm>
#include <span>

namespace bridle {

bool BitWalk::load() {
  const auto n = static_cast<std::size_t>(
      std::min<std::uint64_t>(block_.size(), next_at_ < end_ ? end_ - next_at_ : 0));
  if (n == 0) return false;
  if (const auto read = in_->read(next_at_, std::span(block_).first(n)); !read) {
    failure_ = read.error();
    end_ = next_at_;
    return false;
  }
  used_ = 0;
  filled_ = n;
  return true;
}

void BitWalk::refill() {
  while (held_ <= 56) {
    if (used_ == filled_ && !load()) {
      beyond_ += 8;
      held_ += 8;
      continue;
    }
    window_ |= std::to_integer<std::uint64_t>(block_[used_++]) << held_;
    held_ += 8;
    ++next_at_;
  }
}

}  // namespace bridle
