// Which rows of a table fit a filter: one bit a row, so that ten million take little more than 1
// MB.
#pragma once

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace bridle {

// The rows of one group.
class RowBits {
 public:
  explicit RowBits(std::size_t rows = 0) : words_((rows + 63) / 64) {}
  void set(std::size_t row) { words_[row / 64] |= std::uint64_t{1} << row % 64; }
  bool has(std::size_t row) const { return words_[row / 64] >> row % 64 & 1; }
  void keep(const RowBits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  std::uint64_t count() const {
    std::uint64_t out = 0;
    for (const std::uint64_t word : words_) out += static_cast<std::uint64_t>(std::popcount(word));
    return out;
  }

 private:
  std::vector<std::uint64_t> words_;
};

class RowSet {
 public:
  void add(RowBits group) {
    total_ += group.count();
    ends_.push_back(total_);
    groups_.push_back(std::move(group));
  }
  std::uint64_t count() const { return total_; }
  const RowBits& group(std::size_t i) const { return groups_[i]; }
  // How many rows of the set stand before a group.
  std::uint64_t before(std::size_t i) const { return i == 0 ? 0 : ends_[i - 1]; }
  std::size_t groups() const { return groups_.size(); }

 private:
  std::vector<RowBits> groups_;
  std::vector<std::uint64_t> ends_;
  std::uint64_t total_ = 0;
};

}  // namespace bridle
