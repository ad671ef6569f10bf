// A stream that a thread of its own reads in advance, so that what makes the bytes and what uses
// them work at the same time.
#pragma once

#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "source/inflate.h"

namespace bridle {

class AheadStream : public Stream {
 public:
  // Nobody else may touch `made` until this is gone; what it does must end when its own source
  // does.
  explicit AheadStream(Stream& made);
  ~AheadStream() override;
  Result<std::size_t> read(std::span<std::byte> out) override;

 private:
  struct Block {
    std::vector<std::byte> bytes;
    std::size_t size = 0;
    std::optional<Error> problem = {};
  };

  void fill();
  Block* wait_for_block();
  void give_back();

  Stream& made_;
  std::array<Block, 4> blocks_;
  std::size_t filled_ = 0, used_ = 0;  // how many so far; at most blocks_.size() apart
  bool ended_ = false, abandoned_ = false;
  std::size_t at_ = 0;  // in the block that is used
  std::mutex mutex_;
  std::condition_variable changed_;
  std::jthread thread_;  // the last member: it uses the others
};

}  // namespace bridle
