#include "format/pdf_syntax.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace bridle {
namespace {

constexpr std::size_t kMostText = 1 << 20;  // one that has no end takes no more
constexpr std::size_t kMostEntries = 1 << 20;

bool is_delimiter(char c) {
  return contains("()<>[]{}/%", {&c, 1});
}

bool is_regular(char c) {
  return !is_pdf_blank(c) && !is_delimiter(c);
}

bool is_number(std::string_view word) {
  return std::ranges::any_of(word, is_digit) && std::ranges::all_of(word, [](char c) {
           return is_digit(c) || c == '+' || c == '-' || c == '.';
         });
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char low = lower(c);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

}  // namespace

bool is_pdf_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

void PdfTokens::skip_blanks() {
  while (pos_ < text_.size()) {
    if (text_[pos_] == '%')
      pos_ = std::min(text_.find_first_of("\r\n", pos_), text_.size());
    else if (is_pdf_blank(text_[pos_]))
      ++pos_;
    else
      return;
  }
}

PdfToken PdfTokens::take(PdfKind kind, std::size_t size) {
  const auto out = text_.substr(pos_, size);
  pos_ += out.size();
  return {.kind = kind, .text = out};
}

// Of the text in round brackets that begins here.
std::size_t PdfTokens::text_size() const {
  std::size_t depth = 0;
  const std::size_t end = std::min(text_.size(), pos_ + kMostText);
  for (std::size_t i = pos_; i < end; ++i) {
    if (text_[i] == '\\')
      ++i;
    else if (text_[i] == '(')
      ++depth;
    else if (text_[i] == ')' && --depth == 0)
      return i + 1 - pos_;
  }
  return end - pos_;
}

PdfToken PdfTokens::next() {
  skip_blanks();
  if (pos_ >= text_.size()) return {};
  const std::string_view rest = text_.substr(pos_);
  const char c = rest[0];
  if (rest.starts_with("<<")) return take(PdfKind::open, 2);
  if (rest.starts_with(">>")) return take(PdfKind::close, 2);
  if (c == '[') return take(PdfKind::open, 1);
  if (c == ']') return take(PdfKind::close, 1);
  if (c == '<') {
    const auto end = rest.substr(0, kMostText).find('>');
    return take(PdfKind::text, end == std::string_view::npos ? kMostText : end + 1);
  }
  if (c == '(') return take(PdfKind::text, text_size());
  const std::size_t from = is_delimiter(c) ? 1 : 0;
  std::size_t size = from;
  if (c == '/' || from == 0)
    while (size < rest.size() && is_regular(rest[size])) ++size;
  if (c == '/') return take(PdfKind::name, size);
  return take(is_number(rest.substr(0, size)) ? PdfKind::number : PdfKind::word, size);
}

// Behind a number: whether a number and R make it a reference. Then stands behind them.
bool PdfTokens::follows_reference() {
  const std::size_t back = pos_;
  if (next().kind == PdfKind::number && next().text == "R") return true;
  pos_ = back;
  return false;
}

std::string_view PdfTokens::value() {
  skip_blanks();
  const std::size_t begins = pos_;
  std::size_t depth = 0;
  do {
    const std::size_t before = pos_;
    const PdfToken token = next();
    if (token.kind == PdfKind::open) ++depth;
    if (token.kind == PdfKind::close && depth > 0) --depth;
    const bool ends = token.text == "endobj" || token.text == "stream" || token.text == "obj";
    if (token.kind == PdfKind::end || (token.kind == PdfKind::word && ends)) {
      pos_ = before;
      // What is there of one without end is better than nothing.
      return depth == 0 ? std::string_view() : text_.substr(begins, pos_ - begins);
    }
    if (depth == 0 && token.kind == PdfKind::number) follows_reference();
  } while (depth > 0);
  return text_.substr(begins, pos_ - begins);
}

std::string pdf_name(std::string_view value) {
  if (!value.starts_with('/')) return {};
  std::string out;
  for (std::size_t i = 1; i < value.size(); ++i) {
    const int high = value[i] == '#' && i + 2 < value.size() ? hex_digit(value[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(value[i + 2]);
    out += low < 0 ? value[i] : static_cast<char>(high << 4 | low);
    if (low >= 0) i += 2;
  }
  return out;
}

std::optional<std::uint64_t> pdf_number(std::string_view value) {
  if (value.starts_with('+')) value.remove_prefix(1);
  std::uint64_t out = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), out);
  if (read.ec != std::errc()) return {};
  const std::string_view rest(read.ptr, value.data() + value.size());
  if (!rest.empty() && rest[0] != '.') return {};
  return out;
}

std::optional<std::uint64_t> pdf_reference(std::string_view value) {
  PdfTokens in(value);
  const auto number = pdf_number(in.next().text);
  if (!number || in.next().kind != PdfKind::number || in.next().text != "R") return {};
  return number;
}

std::vector<std::string_view> pdf_list(std::string_view value) {
  if (!value.starts_with('[')) return {};
  PdfTokens in(value, 1);
  std::vector<std::string_view> out;
  while (out.size() < kMostEntries) {
    const auto item = in.value();
    if (item.empty() || item == "]") break;
    out.push_back(item);
  }
  return out;
}

std::vector<PdfEntry> pdf_dictionary(std::string_view value) {
  if (!value.starts_with("<<")) return {};
  PdfTokens in(value, 2);
  std::vector<PdfEntry> out;
  while (out.size() < kMostEntries) {
    const PdfToken key = in.next();
    if (key.kind == PdfKind::end || key.text == ">>") break;
    if (key.kind != PdfKind::name) continue;
    const std::size_t before = in.pos();
    const auto item = in.value();
    if (item == ">>") {
      in = PdfTokens(value, before);
      continue;
    }
    out.push_back({.key = pdf_name(key.text), .value = item});
  }
  return out;
}

std::string_view pdf_entry(const std::vector<PdfEntry>& dictionary, std::string_view key) {
  const auto at = std::ranges::find(dictionary, key, &PdfEntry::key);
  return at == dictionary.end() ? std::string_view() : at->value;
}

}  // namespace bridle
