// Text as evidence holds it: other encodings, hex, Base64, and comparing without locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace bridle {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
constexpr bool is_alnum(char c) {
  return is_digit(c) || is_letter(c);
}

// ASCII letters only; everything else is kept.
std::string lower(std::string_view s);

// Without blanks, tabs and line ends on both sides.
std::string_view trim(std::string_view s);

bool iequals(std::string_view a, std::string_view b);

inline bool contains(std::string_view s, std::string_view what) {
  return s.find(what) != std::string_view::npos;
}

// The parts between separators; "a,,b" has three.
std::vector<std::string_view> split(std::string_view s, char separator);

// The text between two marks, or nothing.
std::optional<std::string_view> between(std::string_view s, std::string_view a, std::string_view b);

// A whole decimal number, sign allowed; nothing if anything else stands there.
std::optional<std::int64_t> number(std::string_view s);

std::string hex(Bytes b);                                 // lower case
std::optional<std::string> from_hex(std::string_view s);  // bytes; nothing if not hex
std::string base64(Bytes b);                              // RFC 4648 with padding

// Bytes; blanks and line ends are passed over, padding may be missing; nothing if not Base64.
std::optional<std::string> from_base64(std::string_view s);

// Valid UTF-8 with the same content: every byte that is not part of a character becomes U+FFFD.
// Text that is valid already is returned as it is, without a copy into `into`.
std::string_view valid_utf8(std::string_view s, std::string& into);

// UTF-16 big or little endian to UTF-8; lone surrogates become U+FFFD, an odd last byte is dropped.
std::string utf16be(Bytes b);
std::string utf16le(Bytes b);

void append_utf8(std::string& out, char32_t c);

// A shell-like pattern: `*` stands for any text without '/', `**` for any text, `?` for one
// character that is not '/'. Case matters.
bool glob(std::string_view pattern, std::string_view text);

}  // namespace bridle
