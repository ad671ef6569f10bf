#include "format/lines.h"

#include <algorithm>
#include <cstring>

namespace bridle {
namespace {

constexpr std::size_t kBlock = 128 << 10;

}  // namespace

// Moves the unread part to the front and reads what follows it. False if nothing follows.
bool Lines::more() {
  const std::uint64_t read_to = block_at_ + end_;
  const auto left = content_.size() - std::min(content_.size(), read_to);
  if (left == 0 || problem_) return false;
  std::memmove(block_.data(), block_.data() + begin_, end_ - begin_);
  block_at_ += begin_;
  end_ -= begin_;
  begin_ = 0;
  const auto take = static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, left));
  block_.resize(std::max(block_.size(), end_ + take));
  const auto part = std::span(block_).subspan(end_, take);
  if (const auto got = content_.read(read_to, as_writable_bytes(part)); !got) {
    problem_ = got.error();
    return false;
  }
  end_ += take;
  return true;
}

std::optional<std::string_view> Lines::next() {
  if (block_.empty()) block_.resize(kBlock);
  std::size_t searched = begin_;
  for (;;) {
    const std::string_view rest(block_.data() + searched, end_ - searched);
    const auto end = rest.find('\n');
    const std::size_t length = searched - begin_ + std::min(end, rest.size());
    const bool whole = end != std::string_view::npos;
    if (whole || length >= kLongest) {
      std::string_view line(block_.data() + begin_, std::min(length, kLongest));
      line_at_ = block_at_ + begin_;
      begin_ += line.size() + (whole && line.size() == length ? 1 : 0);
      if (line.ends_with('\r')) line.remove_suffix(1);
      return line;
    }
    searched = end_ - begin_;
    if (more()) continue;
    if (begin_ == end_) return {};
    std::string_view line(block_.data() + begin_, end_ - begin_);
    line_at_ = block_at_ + begin_;
    begin_ = end_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }
}

}  // namespace bridle
