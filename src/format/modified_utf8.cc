#include "format/modified_utf8.h"

#include <algorithm>

#include "base/text.h"

namespace bridle {
namespace {

unsigned byte(std::string_view s, std::size_t i) {
  return i < s.size() ? static_cast<unsigned char>(s[i]) : 0;
}

// The surrogate that stands at i, or 0.
char32_t surrogate(std::string_view s, std::size_t i) {
  if (byte(s, i) != 0xed || byte(s, i + 1) < 0xa0 || byte(s, i + 1) > 0xbf ||
      (byte(s, i + 2) & 0xc0) != 0x80)
    return 0;
  return 0xd000 | (byte(s, i + 1) & 0x3f) << 6 | (byte(s, i + 2) & 0x3f);
}

bool is_high(char32_t c) {
  return c >= 0xd800 && c < 0xdc00;
}
bool is_low(char32_t c) {
  return c >= 0xdc00 && c < 0xe000;
}

}  // namespace

std::string_view utf8_of_modified(std::string_view s, std::string& into) {
  constexpr std::string_view kMarks = "\xc0\xed";
  std::size_t from = 0, at = s.find_first_of(kMarks);
  if (at == std::string_view::npos) return valid_utf8(s, into);
  std::string joined;
  for (; at != std::string_view::npos; at = s.find_first_of(kMarks, at)) {
    const char32_t high = surrogate(s, at), low = surrogate(s, at + 3);
    const bool zero = byte(s, at) == 0xc0 && byte(s, at + 1) == 0x80;
    const bool pair = is_high(high) && is_low(low);
    if (!zero && !pair) {
      ++at;
      continue;
    }
    joined += s.substr(from, at - from);
    append_utf8(joined, zero ? 0 : 0x10000 + ((high & 0x3ff) << 10 | (low & 0x3ff)));
    at += zero ? 2 : 6;
    from = at;
  }
  joined += s.substr(from);
  const auto valid = valid_utf8(joined, into);
  if (valid.data() == joined.data()) into = std::move(joined);
  return into;
}

}  // namespace bridle
