// The words, signs and values of a STIX pattern.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bridle {

struct Token {
  enum class Kind : std::uint8_t { end, word, sign, value };
  Kind kind = Kind::end;
  std::string text;  // of a value: without quotes and escapes
};

class StixLexer {
 public:
  explicit StixLexer(std::string_view in) : in_(in) {}

  Token next();
  Token peek();
  bool take(std::string_view sign);
  bool take_word(std::string_view word);  // case does not matter

  // domain-name:value, file:hashes.'SHA-256', network-traffic:extensions.'x'.y[0]; empty if none.
  std::string object_path();

  // = == != <> < > <= >= IN LIKE MATCHES ISSUBSET ISSUPERSET, in capitals; empty if none.
  std::string op();

  std::size_t pos() const { return pos_; }

 private:
  void skip_blanks();
  std::string quoted();

  std::string_view in_;
  std::size_t pos_ = 0;
};

}  // namespace bridle
