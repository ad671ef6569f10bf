#include "sink/pseudonyms.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "format/age_crypto.h"
#include "sink/numbers_in_text.h"

namespace bridle {
namespace {

constexpr std::size_t kDigest = 12;     // letters: two of a million names meet by chance 1:500
constexpr std::size_t kFewest = 4;      // bytes of a known text: shorter ones stand everywhere
constexpr std::size_t kLeastPhone = 5;  // digits

std::string digits_of(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), is_digit);
  return out;
}

// Digits, and what people put between them.
bool number_form(std::string_view text) {
  return text.find_first_not_of("+0123456789 -().\xc2\xa0/") == std::string_view::npos &&
         digits_of(text).size() >= kLeastPhone;
}

struct Known {
  std::string_view sort;
  std::string key;  // the same for all forms of one identifier
};

Known known_form(std::string_view identifier) {
  std::string_view text = trim(identifier);
  for (const std::string_view scheme : {"mailto:", "tel:", "sms:", "p:", "e:"})
    if (text.size() > scheme.size() && iequals(text.substr(0, scheme.size()), scheme))
      text.remove_prefix(scheme.size());
  const auto at = text.find('@');
  const std::string_view user = text.substr(0, at);
  // "15555550101:12@s.whatsapp.net" is the 12th device of 15555550101.
  const std::string_view number = user.substr(0, user.find_first_of(":."));
  const bool whatsapp = at != std::string_view::npos &&
                        (text.ends_with("@s.whatsapp.net") || text.ends_with("@c.us"));
  if (whatsapp && !number.empty()) return {"phone", digits_of(number)};
  if (at != std::string_view::npos) return {text.contains(".") ? "email" : "account", lower(text)};
  if (!number_form(text)) return {"account", lower(text)};
  std::string digits = digits_of(text);
  if (digits.starts_with("00")) digits.erase(0, 2);
  return {"phone", std::move(digits)};
}

}  // namespace

void Pseudonyms::leave(std::string_view identifier) {
  if (!trim(identifier).empty()) left_.insert(known_form(identifier).key);
}

void Pseudonyms::know(std::string_view text, std::string_view sort) {
  if (text.size() >= kFewest) known_.emplace(text, of(text, sort));
}

std::string Pseudonyms::digest(std::string_view sort, std::string_view text) const {
  const std::string message = std::string(sort) + '\n' + std::string(text);
  std::string letters = hex(as_bytes(age::hmac(key_, as_bytes(message)))).substr(0, kDigest);
  // Without digits, so that nothing takes a part of it for a number.
  for (char& c : letters)
    if (is_digit(c)) c = static_cast<char>('g' + (c - '0'));
  return std::string(sort) + "-" + letters;
}

std::string Pseudonyms::of(std::string_view identifier) const {
  const Known known = known_form(identifier);
  if (known.key.empty() || left_.contains(known.key)) return std::string(identifier);
  return digest(known.sort, known.key);
}

std::string Pseudonyms::of(std::string_view text, std::string_view sort) const {
  if (sort == "phone") return of(text);
  const std::string key = lower(trim(text));
  if (key.empty() || left_.contains(key)) return std::string(text);
  return digest(sort, key);
}

std::string Pseudonyms::known_replaced(std::string_view text) const {
  std::string out(text);
  for (const auto& [known, pseudonym] : known_)
    for (std::size_t at = 0; (at = out.find(known, at)) != std::string::npos;
         at += pseudonym.size())
      out.replace(at, known.size(), pseudonym);
  return out;
}

std::string Pseudonyms::in_text(std::string_view text) const {
  return replaced(known_replaced(text), Numbers::marked,
                  [this](std::string_view found) { return of(found); });
}

std::string Pseudonyms::in_words(std::string_view text) const {
  return replaced(known_replaced(text), Numbers::all,
                  [this](std::string_view found) { return of(found); });
}

}  // namespace bridle
