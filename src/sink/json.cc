#include "sink/json.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

// Inclusive ranges: Unicode 15's Cc, Cf, Zl, Zp, variation selectors, and the fillers that show
// as nothing. Sorted.
struct Range {
  char32_t first, last;
};
constexpr Range kInvisible[] = {
    {0x0000, 0x001f},   {0x007f, 0x009f},   {0x00ad, 0x00ad},   {0x034f, 0x034f},
    {0x0600, 0x0605},   {0x061c, 0x061c},   {0x06dd, 0x06dd},   {0x070f, 0x070f},
    {0x0890, 0x0891},   {0x08e2, 0x08e2},   {0x115f, 0x1160},   {0x17b4, 0x17b5},
    {0x180b, 0x180f},   {0x200b, 0x200f},   {0x2028, 0x202e},   {0x2060, 0x206f},
    {0x3164, 0x3164},   {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},   {0xffa0, 0xffa0},
    {0xfff0, 0xfffb},   {0x110bd, 0x110bd}, {0x110cd, 0x110cd}, {0x13430, 0x1343f},
    {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}};

void append_unit(std::string& out, char32_t unit) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[unit >> shift & 15];
}

void append_escaped(std::string& out, char32_t c) {
  if (c == '\n') {
    out += "\\n";
  } else if (c == '\t') {
    out += "\\t";
  } else if (c == '\r') {
    out += "\\r";
  } else if (c > 0xffff) {
    append_unit(out, 0xd800 + ((c - 0x10000) >> 10));
    append_unit(out, 0xdc00 + ((c - 0x10000) & 0x3ff));
  } else {
    append_unit(out, c);
  }
}

bool plain(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x20 && u < 0x7f && c != '"' && c != '\\';
}

}  // namespace

bool invisible(char32_t c) {
  const auto* const at = std::ranges::lower_bound(kInvisible, c, {}, &Range::last);
  return at != std::end(kInvisible) && c >= at->first;
}

char32_t next_character(std::string_view& text) {
  const auto byte = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(text[i]); };
  const char32_t a = byte(0);
  const std::size_t size = a < 0x80 ? 1 : a < 0xe0 ? 2 : a < 0xf0 ? 3 : 4;
  assert(size <= text.size());
  char32_t c = size == 1 ? a : a & (0xffU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) c = c << 6 | (byte(i) & 63);
  text.remove_prefix(size);
  return c;
}

void append_json(std::string& out, std::string_view text) {
  std::string mended;
  std::string_view rest = valid_utf8(text, mended);
  out += '"';
  while (!rest.empty()) {
    const auto run = static_cast<std::size_t>(std::ranges::find_if_not(rest, plain) - rest.begin());
    out += rest.substr(0, run);
    rest.remove_prefix(run);
    if (rest.empty()) break;
    const std::string_view before = rest;
    const char32_t c = next_character(rest);
    if (c == '"' || c == '\\') out += '\\';
    if (invisible(c))
      append_escaped(out, c);
    else
      out += before.substr(0, before.size() - rest.size());
  }
  out += '"';
}

std::string json_number(double number) {
  std::array<char, 40> digits{};
  auto* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

void Json::new_line() {
  if (form_ == Form::lines) return;
  out_ += '\n';
  out_.append(levels_.size(), ' ');
}

void Json::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  if (!levels_.back().first) out_ += ',';
  levels_.back().first = false;
  new_line();
}

void Json::begin(char bracket) {
  before_value();
  out_ += bracket;
  levels_.emplace_back();
}

void Json::end(char bracket) {
  const bool empty = levels_.back().first;
  levels_.pop_back();
  if (!empty) new_line();
  out_ += bracket;
}

void Json::key(std::string_view key) {
  Level& level = levels_.back();
  assert(level.first || level.key < key);
  before_value();
  level.key = key;
  append_json(out_, key);
  out_ += form_ == Form::lines ? ":" : ": ";
  after_key_ = true;
}

void Json::value(std::string_view text) {
  before_value();
  append_json(out_, text);
}

void Json::value(bool yes) {
  before_value();
  out_ += yes ? "true" : "false";
}

void Json::value(std::uint64_t number) {
  before_value();
  out_ += std::to_string(number);
}

void Json::value(std::int64_t number) {
  before_value();
  out_ += std::to_string(number);
}

void Json::value(double number) {
  if (!std::isfinite(number)) return null();
  before_value();
  out_ += json_number(number);
}

void Json::null() {
  before_value();
  out_ += "null";
}

std::string Json::take() {
  assert(levels_.empty());
  out_ += '\n';
  return std::exchange(out_, {});
}

}  // namespace bridle
