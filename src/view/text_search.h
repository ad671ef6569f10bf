// Finds a text among others, in the bytes that they lie in: hits are few, and a call for each text
// costs more than the search itself.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace bridle {

enum class Compare : std::uint8_t { contains, equals };

// `contains` takes A and a as the same (ASCII alone), `equals` takes every byte as it is.
class TextSearch {
 public:
  TextSearch(std::string_view text, Compare compare);

  bool fits(std::string_view value) const;

  // Of texts as Parquet stores them plainly, each behind its length in four bytes: says the number
  // of each that fits, in order. False if a length leads out of the bytes.
  bool each_fit(std::string_view plain, const std::function<void(std::size_t)>& say) const;

 private:
  // Where it lies first, at `from` or behind it.
  std::optional<std::size_t> find(std::string_view in, std::size_t from) const;

  std::string text_;  // for `contains` in small letters
  Compare compare_;
};

}  // namespace bridle
