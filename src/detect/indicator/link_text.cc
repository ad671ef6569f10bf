#include "detect/indicator/link_text.h"

#include <algorithm>

namespace bridle {

std::size_t wide_mark(std::string_view s) {
  const auto at = [&](std::size_t i) {
    return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U;
  };
  if (at(0) < 0xc2) return 0;
  if (at(0) == 0xc2) return at(1) == 0xa0 || at(1) == 0xab || at(1) == 0xbb ? 2 : 0;
  if (at(0) == 0xe2) return at(1) == 0x80 || at(1) == 0x81 ? 3 : 0;
  if (at(0) == 0xe3) return at(1) == 0x80 ? 3 : 0;
  return at(0) == 0xef && at(1) == 0xbc ? 3 : 0;
}

LinkEnd end_of_link(std::string_view text, std::size_t i) {
  std::uint8_t seen = 0;
  for (; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((kBytes[c] & link_byte) == 0) break;
    if (c >= 0x80 && wide_mark(text.substr(i)) != 0) break;
    seen |= kBytes[c];
  }
  return {.at = i, .seen = seen};
}

std::string_view without_punctuation(std::string_view link) {
  const auto surplus = [&](char open, char close) {
    return std::ranges::count(link, close) - std::ranges::count(link, open);
  };
  if (is_alnum(link.back()) || link.ends_with('/')) return link;
  auto round = surplus('(', ')');
  auto square = surplus('[', ']');
  while (!link.empty()) {
    const char c = link.back();
    if (c == ')' && round > 0)
      --round;
    else if (c == ']' && square > 0)
      --square;
    else if (!std::string_view(".,;:!?'*").contains(c))
      break;
    link.remove_suffix(1);
  }
  return link;
}

}  // namespace bridle
