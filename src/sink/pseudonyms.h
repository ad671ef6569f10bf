// Names that stand in for people: "phone-3f9a1c2b7d4e" is the same person throughout one case, and
// nobody without the case's key can say who, or find him in another case.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace bridle {

class Pseudonyms {
 public:
  explicit Pseudonyms(std::string key) : key_(std::move(key)) {}

  // What is left as it is: what an indicator matched, the owner's own in a full output.
  void leave(std::string_view identifier);

  // A text that stands for somebody or something known, to be found in other texts too: a phone's
  // serial number, its owner's name for it. `sort` is what its pseudonym begins with.
  void know(std::string_view text, std::string_view sort);

  // One telephone number, WhatsApp id, e-mail address or handle. The same number has the same
  // pseudonym in all its forms.
  std::string of(std::string_view identifier) const;

  // One name or number of another sort ("name", "device").
  std::string of(std::string_view text, std::string_view sort) const;

  // A mark of a text that is held back: equal texts have equal marks.
  std::string mark(std::string_view text) const { return digest("withheld", text); }

  // All e-mail addresses and ids of that form, numbers with a "+" in front, and known texts in a
  // text; in_words() also all else that could be a telephone number.
  std::string in_text(std::string_view text) const;
  std::string in_words(std::string_view text) const;

 private:
  std::string digest(std::string_view sort, std::string_view text) const;
  std::string known_replaced(std::string_view text) const;

  std::string key_;
  std::set<std::string, std::less<>> left_;                // keys of identifiers
  std::map<std::string, std::string, std::less<>> known_;  // text, pseudonym
};

}  // namespace bridle
