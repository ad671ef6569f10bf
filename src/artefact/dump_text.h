// What the texts of Android's services have in common: lines that are indented, "key=value" words,
// times without a zone, user ids and durations in forms of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "artefact/artefact.h"
#include "format/lines.h"

namespace bridle {

using MaybeText = std::optional<std::string_view>;

// The lines of a section, without those that tell how long a part took: these may stand anywhere.
class DumpLines {
 public:
  explicit DumpLines(const File& file) : lines_(*file.content), begins_(file.begins) {}

  // The next line, valid until the next call; nothing at the end.
  MaybeText next();
  std::uint64_t at() const { return begins_ + lines_.at(); }
  // An error if the text could not be read to its end, or the phone did not write it to its end.
  Result<void> done() const;

 private:
  Lines lines_;
  std::uint64_t begins_;
  std::optional<std::uint64_t> given_up_at_;  // where the phone stopped to write
};

// Hands all lines to reader.line(at, line), and then calls reader.end(begin of the section).
template <class Reader>
Result<void> read_dump(const File& file, Reader&& reader) {
  DumpLines lines(file);
  while (const auto line = lines.next()) reader.line(lines.at(), *line);
  reader.end(file.begins);
  return lines.done();
}

// How many blanks a line begins with.
std::size_t indent(std::string_view line);

// What follows the prefix; nothing if the text does not begin with it.
MaybeText after(std::string_view text, std::string_view prefix);

// Nothing for empty text; `some` also for "null", as Java writes it.
MaybeText filled(std::string_view text);
MaybeText some(std::string_view text);

// The value of "key=" where it stands at the begin of a word: up to the next blank or comma, or to
// the bracket that closes one it begins with. Nothing if there is no such key, or its value is
// empty or null.
MaybeText word(std::string_view line, std::string_view key);
std::optional<std::int64_t> number_word(std::string_view line, std::string_view key);
std::optional<bool> flag_word(std::string_view line, std::string_view key);

// Appends a line.
void add_line(std::string& text, std::string_view line);

// A moment that a phone showed without its zone: "2026-01-09 03:10:11[.000]".
struct Moment {
  std::optional<Time> time;  // nothing if the text is no time, or the begin of 1970
  std::string shown;         // as written
  MaybeText text() const { return some(shown); }
};
Moment moment(const File& file, std::string_view shown);

// When the phone wrote a section, as its clock showed it: its last line says so, or that of another
// section of the same report. Nothing if no line says so, or it cannot be told which report it is.
std::optional<Time> written_at(const File& file);

// A moment where the year is missing, "01-09 03:10:11[.000]": the last one of that date before the
// section was written.
class YearlessTimes {
 public:
  explicit YearlessTimes(const File& file) : file_(file), written_(written_at(file)) {}
  Moment moment(std::string_view shown) const;

 private:
  const File& file_;
  std::optional<Time> written_;  // as the phone showed it
};

// Milliseconds of "+1d2h3m4s5ms", also with a minus.
std::optional<std::int64_t> span_ms(std::string_view text);

// The number of a user id as Android prints it: "1000", "u0a123", "u11s1000", "u0i5".
std::optional<std::int64_t> uid_number(std::string_view text);

// The app that a component "package/class" belongs to; nothing if the text is of another form.
MaybeText package_of(std::string_view component);

}  // namespace bridle
