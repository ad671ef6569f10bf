// The lines of a text of any size, read in order with little memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/content.h"

namespace bridle {

class Lines {
 public:
  // Lines longer than this are handed out in pieces.
  static constexpr std::size_t kLongest = 1 << 20;

  explicit Lines(const Content& content) : content_(content) {}

  // The next line without its end ("\n" or "\r\n"), valid until the next call; nothing at the end.
  std::optional<std::string_view> next();

  // Where the line that was handed out last begins.
  std::uint64_t at() const { return line_at_; }

  // Why the lines ended before the text did.
  const std::optional<Error>& problem() const { return problem_; }

 private:
  bool more();

  const Content& content_;
  std::vector<char> block_;
  std::size_t begin_ = 0, end_ = 0;  // what is unread of the block
  std::uint64_t block_at_ = 0;       // where in the text block_[0] stands
  std::uint64_t line_at_ = 0;
  std::optional<Error> problem_;
};

}  // namespace bridle
