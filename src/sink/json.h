// Canonical JSON: the same values give the same bytes. UTF-8; what is invisible or turns the
// direction of text is written as \uXXXX, so that a reader of the file sees it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bridle {

// The text as JSON writes it, with its quotes. Bytes that are not UTF-8 become U+FFFD.
void append_json(std::string& out, std::string_view text);

// The shortest form that reads back; the number must be finite.
std::string json_number(double number);

// Whether a character shows nothing or changes how others are shown: controls, direction marks,
// zero-width ones, variation selectors, tags, line separators.
bool invisible(char32_t c);

// The first character of valid UTF-8 text, taken off it; the text must not be empty.
char32_t next_character(std::string_view& text);

// Writes one value. Keys come in the order of the calls, which must be sorted (asserted).
class Json {
 public:
  enum class Form : std::uint8_t { lines, indented };  // one line, or indented by one blank

  explicit Json(Form form = Form::indented) : form_(form) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  void key(std::string_view key);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool yes);
  void value(std::uint64_t number);
  void value(std::int64_t number);
  void value(double number);  // shortest form that reads back; null if not finite
  void null();

  template <class V>
  void member(std::string_view name, const V& v) {
    key(name);
    value(v);
  }
  // Leaves the key out if there is no text.
  void optional(std::string_view name, std::string_view text) {
    if (!text.empty()) member(name, text);
  }

  // What was written, with a newline at its end; the writer starts anew.
  std::string take();

 private:
  struct Level {
    bool first = true;
    std::string key;  // the last one, to see that they are sorted
  };

  void begin(char bracket);
  void end(char bracket);
  void before_value();
  void new_line();

  Form form_;
  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace bridle
