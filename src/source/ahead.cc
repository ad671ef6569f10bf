#include "source/ahead.h"

#include <algorithm>

namespace bridle {
namespace {

constexpr std::size_t kBlock = 512 << 10;

}  // namespace

AheadStream::AheadStream(Stream& made) : made_(made), thread_([this] { fill(); }) {}

AheadStream::~AheadStream() {
  const std::scoped_lock lock(mutex_);
  abandoned_ = true;
  changed_.notify_all();
}

void AheadStream::fill() {
  for (std::unique_lock lock(mutex_); !ended_;) {
    changed_.wait(lock, [&] { return filled_ - used_ < blocks_.size() || abandoned_; });
    if (abandoned_) return;
    Block& block = blocks_[filled_ % blocks_.size()];
    lock.unlock();
    block.bytes.resize(kBlock);
    const auto got = made_.read(block.bytes);
    block.size = got.value_or(0);
    if (!got) block.problem = got.error();
    lock.lock();
    ended_ = block.size == 0;
    ++filled_;
    changed_.notify_all();
  }
}

// The last one, empty or with a problem, stays.
AheadStream::Block* AheadStream::wait_for_block() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return used_ < filled_; });
  return &blocks_[used_ % blocks_.size()];
}

void AheadStream::give_back() {
  const std::scoped_lock lock(mutex_);
  ++used_;
  at_ = 0;
  changed_.notify_all();
}

Result<std::size_t> AheadStream::read(std::span<std::byte> out) {
  std::size_t done = 0;
  while (done < out.size()) {
    const Block& block = *wait_for_block();
    if (block.problem && done == 0) return std::unexpected(*block.problem);
    if (block.size == 0) break;
    const auto part = std::span(block.bytes).first(block.size).subspan(at_);
    const std::size_t n = std::min(part.size(), out.size() - done);
    std::ranges::copy(part.first(n), out.begin() + static_cast<std::ptrdiff_t>(done));
    at_ += n;
    done += n;
    if (at_ == block.size) give_back();
  }
  return done;
}

}  // namespace bridle
