#include "detect/indicator/stix_lexer.h"

#include <algorithm>

#include "base/text.h"

namespace bridle {
namespace {

bool is_word_byte(char c) {
  return is_alnum(c) || c == '-' || c == '_' || c == '.';
}

std::string upper(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return out;
}

}  // namespace

void StixLexer::skip_blanks() {
  while (pos_ < in_.size() && std::string_view(" \t\r\n").contains(in_[pos_])) ++pos_;
}

// \' and \\ are the standard's escapes; '' for one quote is what SQL users write.
std::string StixLexer::quoted() {
  std::string out;
  for (++pos_; pos_ < in_.size(); ++pos_) {
    const char c = in_[pos_];
    const char after = pos_ + 1 < in_.size() ? in_[pos_ + 1] : '\0';
    if (c == '\\' && (after == '\'' || after == '\\')) {
      out += after;
      ++pos_;
    } else if (c == '\'' && after == '\'') {
      out += c;
      ++pos_;
    } else if (c == '\'') {
      break;
    } else {
      out += c;
    }
  }
  return out;
}

Token StixLexer::next() {
  skip_blanks();
  if (pos_ == in_.size()) return {};
  const char c = in_[pos_];
  // t'2020-01-01T00:00:00Z', b'…', h'…'
  const bool typed = pos_ + 1 < in_.size() && in_[pos_ + 1] == '\'' && is_letter(c);
  if (typed) ++pos_;
  if (typed || c == '\'') {
    if (in_.find('\'', pos_ + 1) == std::string_view::npos) {
      pos_ = in_.size();
      return {};
    }
    std::string text = quoted();
    const bool closed = pos_ < in_.size();
    if (closed) ++pos_;
    return closed ? Token{Token::Kind::value, std::move(text)} : Token{};
  }
  const std::size_t from = pos_;
  if (is_word_byte(c)) {
    while (pos_ < in_.size() && is_word_byte(in_[pos_])) ++pos_;
    return {Token::Kind::word, std::string(in_.substr(from, pos_ - from))};
  }
  ++pos_;
  if (std::string_view("=!<>").contains(c))
    while (pos_ < in_.size() && std::string_view("=>").contains(in_[pos_])) ++pos_;
  return {Token::Kind::sign, std::string(in_.substr(from, pos_ - from))};
}

Token StixLexer::peek() {
  const std::size_t here = pos_;
  Token token = next();
  pos_ = here;
  return token;
}

bool StixLexer::take(std::string_view sign) {
  const std::size_t here = pos_;
  const Token token = next();
  if (token.kind == Token::Kind::sign && token.text == sign) return true;
  pos_ = here;
  return false;
}

bool StixLexer::take_word(std::string_view word) {
  const std::size_t here = pos_;
  const Token token = next();
  if (token.kind == Token::Kind::word && iequals(token.text, word)) return true;
  pos_ = here;
  return false;
}

std::string StixLexer::object_path() {
  skip_blanks();
  std::string out;
  while (pos_ < in_.size()) {
    const char c = in_[pos_];
    if (c == '\'') {
      out += quoted();
      if (pos_ < in_.size()) ++pos_;
    } else if (is_word_byte(c) || c == ':') {
      out += c;
      ++pos_;
    } else if (c == '[' && !out.empty()) {
      const auto close = in_.find(']', pos_);
      if (close == std::string_view::npos) return {};
      pos_ = close + 1;
    } else {
      break;
    }
  }
  return contains(out, ":") ? out : std::string();
}

std::string StixLexer::op() {
  const Token token = next();
  if (token.kind == Token::Kind::sign && std::string_view("=!<>").contains(token.text.front()))
    return token.text;
  if (token.kind != Token::Kind::word) return {};
  const std::string word = upper(token.text);
  constexpr std::string_view kWords[] = {"IN", "LIKE", "MATCHES", "ISSUBSET", "ISSUPERSET"};
  return std::ranges::find(kWords, word) != std::end(kWords) ? word : std::string();
}

}  // namespace bridle
