// Which bytes links, hosts and mail addresses are made of, and where a link ends in written text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/text.h"

namespace bridle {

enum : std::uint8_t {
  host_byte = 1,
  link_byte = 2,
  mail_byte = 4,
  authority_byte = 8,   // between "://" and the path of a link
  escape_byte = 16,     // '%'
  name_byte = 32,       // '.' and ':', without which nothing names a host
  parameter_byte = 64,  // '=' and '?'
  base64_byte = 128     // 'H', which stands in "http" in Base64 and seldom elsewhere
};

inline constexpr std::array<std::uint8_t, 256> kBytes = [] {
  std::array<std::uint8_t, 256> out{};
  for (unsigned c = 0; c < 256; ++c) {
    const char ch = static_cast<char>(c);
    const bool wide = c >= 0x80;
    const bool word = c < 0x80 && is_alnum(ch);
    if (word || wide || ch == '-' || ch == '_' || ch == '.') out[c] |= host_byte;
    if (wide || (c > ' ' && c < 0x7f && !std::string_view("\"<>\\^`{|}").contains(ch)))
      out[c] |= link_byte;
    if ((out[c] & link_byte) != 0 && !std::string_view("/?#").contains(ch))
      out[c] |= authority_byte;
    if (word || (c < 0x80 && std::string_view("._%+-").contains(ch))) out[c] |= mail_byte;
    if (ch == '%') out[c] |= escape_byte;
    if (ch == '.' || ch == ':') out[c] |= name_byte;
    if (ch == '=' || ch == '?') out[c] |= parameter_byte;
    if (ch == 'H') out[c] |= base64_byte;
  }
  return out;
}();

inline bool is(char c, std::uint8_t kind) {
  return (kBytes[static_cast<unsigned char>(c)] & kind) != 0;
}

// How many bytes a blank or punctuation mark outside ASCII has that ends a link: U+00A0, quotation
// marks, U+2000–U+206F, U+3000–U+303F, full-width forms. 0 if none starts here.
std::size_t wide_mark(std::string_view s);

struct LinkEnd {
  std::size_t at;
  std::uint8_t seen;  // which kinds of bytes stand before it
};

// Where the link ends that goes on at `i`: at most at the end of the text.
LinkEnd end_of_link(std::string_view text, std::size_t i);

// Without the punctuation of the sentence around it.
std::string_view without_punctuation(std::string_view link);

}  // namespace bridle
