#include "sink/numbers_in_text.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace bridle {
namespace {

constexpr std::size_t kLeastDigits = 7, kMostDigits = 15;  // E.164, and local numbers
constexpr std::size_t kLongestUser = 64;                   // RFC 5321, 4.5.3.1
constexpr std::size_t kLongestNumber = 32, kUuid = 36;

using With = std::function<std::string(std::string_view)>;

bool of_user(char c) {
  return is_alnum(c) || contains("._%+-:", std::string_view(&c, 1));
}
bool of_host(char c) {
  return is_alnum(c) || c == '.' || c == '-';
}
bool of_word(char c) {
  return is_alnum(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

struct Part {
  std::size_t begin, end;
};

// The address around an "@"; `from` is where text begins that nothing has taken yet.
std::optional<Part> address(std::string_view text, std::size_t at, std::size_t from) {
  Part out{at, at + 1};
  while (out.begin > from && at - out.begin < kLongestUser && of_user(text[out.begin - 1]))
    --out.begin;
  while (out.begin < at && !is_alnum(text[out.begin]) && text[out.begin] != '+') ++out.begin;
  while (out.end < text.size() && of_host(text[out.end])) ++out.end;
  while (out.end > at + 1 && !is_alnum(text[out.end - 1])) --out.end;
  if (out.begin == at || out.end == at + 1) return {};
  // "mailto:" and the like are no part of who it is.
  const auto scheme = text.substr(out.begin, at - out.begin).rfind(':');
  if (scheme != std::string_view::npos && !is_digit(text[out.begin])) out.begin += scheme + 1;
  if (out.begin == at) return {};
  return out;
}

// "10f199da-9326-401b-8f04-70f3eabf6a5a": its parts are no numbers of telephones.
bool uuid_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  static_assert(kForm.size() == kUuid);
  if (text.size() - at < kForm.size() || (at > 0 && of_word(text[at - 1]))) return false;
  return std::ranges::equal(kForm, text.substr(at, kForm.size()), [](char form, char c) {
    return form == '-' ? c == '-' : is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
  });
}

// "2024-04-16", "192.0.2.1", "48.8566140".
bool other_sense(std::string_view number) {
  const bool date = number.size() >= 10 && number[4] == '-' && number[7] == '-' &&
                    std::ranges::all_of(number.substr(0, 4), is_digit);
  const auto dots = std::ranges::count(number, '.');
  const bool only_dots = number.find_first_of(" -()/+") == std::string_view::npos;
  return date || (only_dots && (dots == 1 || dots == 3));
}

// What begins at `at` with a digit, "+" or "(" and has as many digits as a number of a telephone.
std::optional<Part> number_at(std::string_view text, std::size_t at) {
  if (at > 0 && of_word(text[at - 1])) return {};
  std::size_t digits = 0, end = at, i = at;
  for (bool separated = true; i < text.size() && i - at < kLongestNumber; ++i) {
    if (is_digit(text[i])) {
      ++digits;
      end = i + 1;
      separated = false;
    } else if (i > at && (!contains(" -.()", text.substr(i, 1)) ||
                          (separated && text[i] != '(' && text[i] != ' '))) {
      break;
    } else {
      separated = i > at;
    }
  }
  if (digits < kLeastDigits || digits > kMostDigits) return {};
  if (end < text.size() && (of_word(text[end]) || text[end] == ':')) return {};
  return Part{at, end};
}

// Text outside of addresses.
void append_numbers(std::string& out, std::string_view text, Numbers numbers, const With& with) {
  std::size_t taken = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (uuid_at(text, at)) {
      at += kUuid;
      continue;
    }
    const bool may_begin = is_digit(text[at]) || text[at] == '+' || text[at] == '(';
    if (const auto part = may_begin ? number_at(text, at) : std::nullopt) {
      const std::string_view number = text.substr(at, part->end - at);
      at = part->end;
      if (number[0] != '+' && (numbers == Numbers::marked || other_sense(number))) continue;
      out += text.substr(taken, part->begin - taken);
      out += with(number);
      taken = at;
      continue;
    }
    const bool within = is_digit(text[at]);
    ++at;
    while (within && at < text.size() && is_digit(text[at])) ++at;
  }
  out += text.substr(taken);
}

}  // namespace

std::string replaced(std::string_view text, Numbers numbers, const With& with) {
  std::string out;
  std::size_t taken = 0;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const auto part = at < taken ? std::nullopt : address(text, at, taken);
    if (!part) continue;
    append_numbers(out, text.substr(taken, part->begin - taken), numbers, with);
    out += with(text.substr(part->begin, part->end - part->begin));
    taken = part->end;
  }
  append_numbers(out, text.substr(taken), numbers, with);
  return out;
}

}  // namespace bridle
