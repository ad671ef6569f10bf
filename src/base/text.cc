#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace bridle {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// The six bits that each character stands for, 64 for none.
constexpr auto kBase64Digits = [] {
  std::array<std::uint8_t, 256> digits{};
  digits.fill(64);
  for (std::uint8_t i = 0; i < 64; ++i) digits[static_cast<unsigned char>(kBase64[i])] = i;
  return digits;
}();

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

// How many bytes the well-formed UTF-8 character at the start of s has; 0 if there is none.
// Unicode 15, table 3-7.
std::size_t character(std::string_view s) {
  const auto at = [&](std::size_t i) {
    return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U;
  };
  const unsigned a = at(0);
  if (a < 0x80) return 1;
  const auto tail = [&](std::size_t i) { return at(i) >= 0x80 && at(i) <= 0xbf; };
  if (a >= 0xc2 && a <= 0xdf) return tail(1) ? 2 : 0;
  if (a >= 0xe0 && a <= 0xef) {
    const unsigned low = a == 0xe0 ? 0xa0 : 0x80;
    const unsigned high = a == 0xed ? 0x9f : 0xbf;
    return at(1) >= low && at(1) <= high && tail(2) ? 3 : 0;
  }
  if (a >= 0xf0 && a <= 0xf4) {
    const unsigned low = a == 0xf0 ? 0x90 : 0x80;
    const unsigned high = a == 0xf4 ? 0x8f : 0xbf;
    return at(1) >= low && at(1) <= high && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

// Nearly all text is. The last eight bytes are looked at together, whether or not they were before.
bool is_ascii(std::string_view s) {
  if (s.empty()) return true;
  std::uint64_t seen = 0;
  const auto look = [&](const char* at, std::size_t n) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, n);
    seen |= word;
  };
  if (s.size() < 8) {
    look(s.data(), s.size());
  } else {
    for (std::size_t i = 0; i + 8 <= s.size(); i += 8) look(s.data() + i, 8);
    look(s.data() + s.size() - 8, 8);
  }
  return (seen & 0x8080808080808080U) == 0;
}

std::string utf16(Bytes b, std::uint64_t (*unit)(Bytes, std::size_t)) {
  std::string out;
  out.reserve(b.size());
  for (std::size_t i = 0; i + 1 < b.size(); i += 2) {
    auto c = static_cast<char32_t>(unit(b.subspan(i), 2));
    if (c >= 0xd800 && c <= 0xdbff && i + 3 < b.size()) {
      const auto low = static_cast<char32_t>(unit(b.subspan(i + 2), 2));
      if (low >= 0xdc00 && low <= 0xdfff) {
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        i += 2;
      }
    }
    append_utf8(out, c >= 0xd800 && c <= 0xdfff ? U'\ufffd' : c);
  }
  return out;
}

}  // namespace

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = lower(c);
  return out;
}

std::string_view trim(std::string_view s) {
  constexpr std::string_view kBlank = " \t\r\n\v\f";
  const auto first = s.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(kBlank) - first + 1);
}

bool iequals(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::vector<std::string_view> split(std::string_view s, char separator) {
  std::vector<std::string_view> out;
  for (std::size_t from = 0;;) {
    const auto to = s.find(separator, from);
    out.push_back(s.substr(from, to - from));
    if (to == std::string_view::npos) return out;
    from = to + 1;
  }
}

std::optional<std::string_view> between(std::string_view s, std::string_view a,
                                        std::string_view b) {
  const auto i = s.find(a);
  if (i == std::string_view::npos) return {};
  const auto j = s.find(b, i + a.size());
  if (j == std::string_view::npos) return {};
  return s.substr(i + a.size(), j - i - a.size());
}

std::optional<std::int64_t> number(std::string_view s) {
  std::int64_t v{};
  const auto [end, ec] = std::from_chars(s.data(), s.data() + s.size(), v);
  if (s.empty() || ec != std::errc{} || end != s.data() + s.size()) return {};
  return v;
}

std::string hex(Bytes b) {
  std::string out(2 * b.size(), '0');
  for (std::size_t i = 0; i < b.size(); ++i) {
    out[2 * i] = kHex[std::to_integer<unsigned>(b[i]) >> 4];
    out[2 * i + 1] = kHex[std::to_integer<unsigned>(b[i]) & 15];
  }
  return out;
}

std::optional<std::string> from_hex(std::string_view s) {
  if (s.size() % 2 != 0) return {};
  std::string out;
  for (std::size_t i = 0; i < s.size(); i += 2) {
    const int high = hex_digit(s[i]);
    const int low = hex_digit(s[i + 1]);
    if (high < 0 || low < 0) return {};
    out += static_cast<char>(high * 16 + low);
  }
  return out;
}

std::string base64(Bytes b) {
  std::string out;
  for (std::size_t i = 0; i < b.size(); i += 3) {
    const std::size_t n = std::min<std::size_t>(3, b.size() - i);
    const std::uint64_t group = big_endian(b.subspan(i), n) << (8 * (3 - n));
    for (std::size_t k = 0; k < 4; ++k) out += k <= n ? kBase64[group >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

std::optional<std::string> from_base64(std::string_view s) {
  std::string out;
  out.reserve(s.size() / 4 * 3 + 3);
  std::uint32_t bits = 0;
  int have = 0;
  bool padded = false;
  for (const char c : s) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') continue;
    const std::uint8_t digit = kBase64Digits[static_cast<unsigned char>(c)];
    padded |= c == '=';
    if (c == '=') continue;
    if (padded || digit == 64) return {};
    bits = bits << 6 | digit;
    have += 6;
    if (have < 8) continue;
    have -= 8;
    out += static_cast<char>(bits >> have & 255);
  }
  if (have == 6) return {};  // one character alone is no byte
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t v) { out += static_cast<char>(v); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xc0 | c >> 6);
  } else if (c < 0x10000) {
    put(0xe0 | c >> 12);
    put(0x80 | (c >> 6 & 63));
  } else {
    put(0xf0 | c >> 18);
    put(0x80 | (c >> 12 & 63));
    put(0x80 | (c >> 6 & 63));
  }
  put(0x80 | (c & 63));
}

std::string_view valid_utf8(std::string_view s, std::string& into) {
  if (is_ascii(s)) return s;
  std::size_t i = 0;
  while (i < s.size()) {
    const std::size_t n = character(s.substr(i));
    if (n == 0) break;
    i += n;
  }
  if (i == s.size()) return s;
  into.assign(s.substr(0, i));
  while (i < s.size()) {
    const std::size_t n = character(s.substr(i));
    if (n == 0)
      append_utf8(into, U'\ufffd');
    else
      into += s.substr(i, n);
    i += std::max<std::size_t>(n, 1);
  }
  return into;
}

std::string utf16be(Bytes b) {
  return utf16(b, big_endian);
}
std::string utf16le(Bytes b) {
  return utf16(b, little_endian);
}

bool glob(std::string_view p, std::string_view t) {
  // The last star seen, to return to when a later character does not fit.
  std::size_t pi = 0, ti = 0, star = std::string_view::npos, mark = 0;
  bool star_crosses = false;
  std::size_t outer = std::string_view::npos, outer_mark = 0;
  while (ti < t.size()) {
    if (pi < p.size() && p[pi] == '*') {
      star_crosses = pi + 1 < p.size() && p[pi + 1] == '*';
      pi += star_crosses ? 2 : 1;
      star = pi;
      mark = ti;
      if (star_crosses) {
        outer = pi;
        outer_mark = ti;
      }
    } else if (pi < p.size() && (p[pi] == t[ti] || (p[pi] == '?' && t[ti] != '/'))) {
      ++pi;
      ++ti;
    } else if (star != std::string_view::npos && (star_crosses || t[mark] != '/')) {
      pi = star;
      ti = ++mark;
      if (star_crosses) outer_mark = mark;
    } else if (outer != std::string_view::npos && outer_mark < t.size()) {
      pi = star = outer;
      star_crosses = true;
      ti = mark = ++outer_mark;
    } else {
      return false;
    }
  }
  while (pi < p.size() && p[pi] == '*') ++pi;
  return pi == p.size();
}

}  // namespace bridle
