#include "format/json_objects.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace bridle {
namespace {

constexpr std::size_t kBlock = 256 << 10;

// What can change where an object ends. Each byte is looked up alone: most change nothing.
using Marks = std::array<bool, 256>;
constexpr Marks marks(std::string_view chars) {
  Marks out{};
  for (const char c : chars) out[static_cast<unsigned char>(c)] = true;
  return out;
}
constexpr Marks kInString = marks("\"\\");
constexpr Marks kOutside = marks("\"{}");

// The first byte of these at `from` or behind it; the text's end if there is none.
std::size_t find(std::string_view text, std::size_t from, const Marks& these) {
  while (from < text.size() && !these[static_cast<unsigned char>(text[from])]) ++from;
  return from;
}

bool between_objects(char c) {
  return c == ',' || c == '[' || c == ']' || c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

// Reads on, keeping what stands from `keep_from` on. Positions move by what is dropped.
bool JsonObjects::more(std::size_t keep_from) {
  const std::uint64_t read_to = block_at_ + end_;
  const auto left = content_.size() - std::min(content_.size(), read_to);
  if (left == 0 || problem_) return false;
  if (keep_from > 0) std::memmove(block_.data(), block_.data() + keep_from, end_ - keep_from);
  block_at_ += keep_from;
  end_ -= keep_from;
  pos_ -= keep_from;
  const auto take = static_cast<std::size_t>(
      std::min<std::uint64_t>(std::max(kBlock, end_), left));  // long objects double the block
  if (block_.size() < end_ + take + kPadding) block_.resize(end_ + take + kPadding);
  const auto part = std::span(block_).subspan(end_, take);
  if (const auto got = content_.read(read_to, as_writable_bytes(part)); !got) {
    problem_ = got.error();
    return false;
  }
  end_ += take;
  return true;
}

bool JsonObjects::find_start() {
  for (;;) {
    while (pos_ < end_ && block_[pos_] != '{') {
      if (!stray_ && !between_objects(block_[pos_])) stray_ = block_at_ + pos_;
      ++pos_;
    }
    if (pos_ < end_) return true;
    if (!more(pos_)) return false;
  }
}

// Behind the closing brace; nothing if the text ends first, or the object is too large.
std::optional<std::size_t> JsonObjects::find_end() {
  std::size_t i = pos_;
  std::size_t depth = 0;
  bool in_string = false;
  for (;; ++i) {
    i = find({block_.data(), std::max(i, end_)}, i, in_string ? kInString : kOutside);
    while (i >= end_) {
      const std::size_t length = i - pos_;
      if (length > kLargest)
        problem_ = Error{.code = Errc::too_large, .what = "an object of over 64 MB", .at = at_};
      if (!more(pos_)) return {};
      i = pos_ + length;
    }
    const char c = block_[i];
    if (c == '"') in_string = !in_string;
    if (in_string) {
      if (c == '\\') ++i;
      continue;
    }
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) return i + 1;
  }
}

std::optional<std::string_view> JsonObjects::next() {
  if (problem_ || !find_start()) return {};
  at_ = block_at_ + pos_;
  const auto end = find_end();
  if (!end) {
    if (!problem_)
      problem_ =
          Error{.code = Errc::truncated, .what = "the text ends inside an object", .at = at_};
    return {};
  }
  const std::string_view object(block_.data() + pos_, *end - pos_);
  pos_ = *end;
  return object;
}

}  // namespace bridle
