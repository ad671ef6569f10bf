// PDF's objects as text: each is a view of its own bytes, and nothing is built of it.
//
//   12 -.5 +7.           numbers          (text (in) \) pairs)  <48 65 6c>     texts
//   /Na#6de              a name, # and two hex digits for any byte
//   [ a b ]  << /K v >>  lists, dictionaries       12 0 R    a reference     % to the line's end
//   true false null and all else: words
// Source: ISO 32000-2, 7.2 and 7.3.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bridle {

enum class PdfKind : std::uint8_t { end, number, name, text, open, close, word };

struct PdfToken {
  PdfKind kind = PdfKind::end;
  std::string_view text;  // with its marks: "/Name", "(text)", "<<"
};

// Tokens of a text, one after another. What is wrong becomes a word; nothing fails.
class PdfTokens {
 public:
  explicit PdfTokens(std::string_view text, std::size_t at = 0) : text_(text), pos_(at) {}

  PdfToken next();
  std::size_t pos() const { return pos_; }

  // The next whole value, a reference too; empty at the end, or where a list or dictionary has none
  // before `endobj`, `stream` or the end stands.
  std::string_view value();

 private:
  void skip_blanks();
  PdfToken take(PdfKind kind, std::size_t size);
  std::size_t text_size() const;
  bool follows_reference();

  std::string_view text_;
  std::size_t pos_;
};

// "/Na#6de" is Name; empty if it is no name.
std::string pdf_name(std::string_view value);

std::optional<std::uint64_t> pdf_number(std::string_view value);

// Of "12 0 R", 12.
std::optional<std::uint64_t> pdf_reference(std::string_view value);

struct PdfEntry {
  std::string key;
  std::string_view value;
};

// Of "<< … >>" and of "[ … ]": the outermost level. Empty if it is none; no more than a million.
std::vector<PdfEntry> pdf_dictionary(std::string_view value);
std::vector<std::string_view> pdf_list(std::string_view value);

// The first entry of that key; empty if there is none.
std::string_view pdf_entry(const std::vector<PdfEntry>& dictionary, std::string_view key);

bool is_pdf_blank(char c);

}  // namespace bridle
