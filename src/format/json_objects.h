// The objects of a JSON text of any size, one at a time: of an array of objects, or of lines that
// each are one. A broken object costs itself and not what follows it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/content.h"

namespace bridle {

class JsonObjects {
 public:
  static constexpr std::size_t kLargest = 64 << 20;  // an object beyond this ends the reading
  static constexpr std::size_t kPadding = 64;        // readable bytes behind each object

  explicit JsonObjects(const Content& content) : content_(content) {}

  // The next object, from its brace to its brace, valid until the next call. Only the braces are
  // looked at: whether the text between them is JSON shows when it is parsed.
  std::optional<std::string_view> next();

  std::uint64_t at() const { return at_; }  // where that object begins

  // What stands between the objects and is neither blank, comma nor bracket: a byte of it, once.
  const std::optional<std::uint64_t>& stray() const { return stray_; }
  // Why the objects ended before the text did.
  const std::optional<Error>& problem() const { return problem_; }

 private:
  bool more(std::size_t keep_from);
  bool find_start();
  std::optional<std::size_t> find_end();

  const Content& content_;
  std::vector<char> block_;
  std::size_t pos_ = 0, end_ = 0;
  std::uint64_t block_at_ = 0;
  std::uint64_t at_ = 0;
  std::optional<std::uint64_t> stray_;
  std::optional<Error> problem_;
};

}  // namespace bridle
