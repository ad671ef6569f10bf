#include "format/logcat.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/text.h"

namespace bridle {
namespace {

bool is_priority(std::string_view word) {
  return word.size() == 1 && contains("VDIWEFS", word);
}

std::optional<std::int64_t> short_number(std::string_view text) {
  std::int64_t n = 0;
  if (text.empty() || text.size() > 10) return {};
  for (const char c : text) {
    if (!is_digit(c)) return {};
    n = n * 10 + (c - '0');
  }
  return n;
}

// Whether a text has digits where the form has 0, and the form's own signs elsewhere.
bool has_form(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  bool fits = true;
  for (std::size_t i = 0; i < form.size(); ++i)
    fits &= form[i] == '0' ? is_digit(text[i]) : text[i] == form[i];
  return fits;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

bool is_clock(std::string_view word) {
  return word.size() >= 10 && word.size() <= 18 && has_form(word.substr(0, 9), "00:00:00.") &&
         all_digits(word.substr(9));
}

// Loops, not find(): words are short, and a log has millions of them.
class Words {
 public:
  explicit Words(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  std::string_view next() {
    while (at_ != end_ && *at_ == ' ') ++at_;
    const char* const begin = at_;
    while (at_ != end_ && *at_ != ' ') ++at_;
    return {begin, static_cast<std::size_t>(at_ - begin)};
  }
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

 private:
  const char *at_, *end_;
};

bool is_zone(std::string_view word) {
  return has_form(word, "+0000") || has_form(word, "-0000");
}

// "01-02 01:20:03.171", "2022-01-02 01:20:07.171997 +0100"
bool read_date(Words& words, LogcatLine& out) {
  const std::string_view date = words.next(), clock = words.next();
  const bool year = has_form(date, "0000-00-00");
  if ((!year && !has_form(date, "00-00")) || !is_clock(clock)) return false;
  const auto length = static_cast<std::size_t>(clock.data() + clock.size() - date.data());
  out.shown = std::string_view(date.data(), length);
  out.clock = year ? LogClock::no_zone : LogClock::no_year;
  const std::string_view after = words.rest();
  if (!after.starts_with(" +") && !after.starts_with(" -")) return true;
  const std::string_view zone = words.next();
  if (!is_zone(zone)) return false;
  if (!year) return true;
  out.time = parse_time(std::string(date) + " " + std::string(clock) + std::string(zone));
  if (out.time) out.clock = LogClock::exact;
  return true;
}

// "1641086407.171": later than 1973, so that seconds since the phone was started are none.
bool read_epoch(Words& words, LogcatLine& out) {
  const std::string_view word = words.next();
  const std::size_t dot = word.find('.');
  if (dot < 9 || dot > 11 || !all_digits(word.substr(0, dot)) || !all_digits(word.substr(dot + 1)))
    return false;
  double seconds = 0;
  std::from_chars(word.data(), word.data() + word.size(), seconds);
  out.time = unix_seconds(seconds);
  if (!out.time) return false;
  out.shown = word;
  out.clock = LogClock::exact;
  return true;
}

// "[1000] 1885 3066 E App  : text"
bool read_threadtime(Words words, LogcatLine& out) {
  std::string_view ids[3], priority;
  std::size_t count = 0;
  while (!is_priority(priority = words.next())) {
    if (count == std::size(ids)) return false;
    ids[count++] = priority;
  }
  if (count < 2) return false;
  out.user = count == 3 ? ids[0] : "";
  out.pid = short_number(ids[count - 2]);
  out.tid = short_number(ids[count - 1]);
  if (!out.pid || !out.tid) return false;
  out.priority = priority[0];
  const std::string_view rest = words.rest();
  const std::size_t colon =
      std::min(rest.find(": "), rest.ends_with(':') ? rest.size() - 1 : rest.size());
  out.tag = trim(rest.substr(0, colon));
  out.text = colon < rest.size() ? rest.substr(std::min(colon + 2, rest.size())) : "";
  if (colon == rest.size()) std::swap(out.tag, out.text);
  return true;
}

// Where "( 1080: 1179): " begins, which may not be the first bracket: a tag is any text.
std::size_t ids_at(std::string_view text) {
  for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    const std::size_t end = text.find_first_not_of("0123456789: ", at + 1);
    if (end != std::string_view::npos && end > at + 1 && text.substr(end, 2) == "):") return at;
  }
  return std::string_view::npos;
}

// "I/App  ( 190): text", with a user "( 1080: 1179)"
bool read_brief(const Words& words, LogcatLine& out) {
  const std::string_view text = trim(words.rest());
  if (text.size() < 2 || text[1] != '/' || !is_priority(text.substr(0, 1))) return false;
  const std::size_t open = ids_at(text);
  if (open == std::string_view::npos) return false;
  const std::size_t close = text.find(')', open);
  const auto ids = split(text.substr(open + 1, close - open - 1), ':');
  if (ids.size() > 2) return false;
  out.user = ids.size() == 2 ? trim(ids[0]) : "";
  out.pid = short_number(trim(ids.back()));
  out.priority = text[0];
  out.tag = trim(text.substr(2, open - 2));
  out.text = text.substr(std::min(close + 3, text.size()));
  return out.pid.has_value();
}

}  // namespace

std::optional<LogcatLine> read_logcat_line(std::string_view line) {
  LogcatLine out;
  const Words begin(line);
  Words words = begin;
  if (!read_date(words, out)) {
    words = begin;
    if (!read_epoch(words, out)) words = begin;
  }
  if (out.clock != LogClock::none && read_threadtime(words, out)) return out;
  if (read_brief(words, out)) return out;
  return {};
}

std::optional<std::string_view> logcat_buffer(std::string_view line) {
  for (const std::string_view begin : {"--------- beginning of ", "--------- switch to "})
    if (line.starts_with(begin)) return trim(line.substr(begin.size()));
  return {};
}

}  // namespace bridle
