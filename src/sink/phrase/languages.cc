#include <algorithm>

#include "base/text.h"
#include "sink/phrase/phrase.h"

namespace bridle {

extern const Texts<Common> common_en, common_fr, common_es, common_ar;
extern const Texts<Letter> letter_en, letter_fr, letter_es, letter_ar;
extern const Texts<Court> court_en, court_fr, court_es, court_ar;
extern const Texts<Workbook> workbook_en, workbook_fr, workbook_es, workbook_ar;

namespace {

constexpr Language kLanguages[] = {
    {"en", "ltr", &common_en, &letter_en, &court_en, &workbook_en},
    {"fr", "ltr", &common_fr, &letter_fr, &court_fr, &workbook_fr},
    {"es", "ltr", &common_es, &letter_es, &court_es, &workbook_es},
    {"ar", "rtl", &common_ar, &letter_ar, &court_ar, &workbook_ar},
};

}  // namespace

std::span<const Language> languages() {
  return kLanguages;
}

const Language& english() {
  return kLanguages[0];
}

const Language* language(std::string_view code) {
  const auto* const at = std::ranges::find(kLanguages, code, &Language::code);
  return at == std::end(kLanguages) ? nullptr : at;
}

std::string filled(std::string_view phrase, std::initializer_list<std::string_view> values) {
  std::string out;
  while (!phrase.empty()) {
    const bool slot =
        phrase.size() > 2 && phrase[0] == '{' && is_digit(phrase[1]) && phrase[2] == '}';
    const auto n = slot ? static_cast<std::size_t>(phrase[1] - '0') : values.size();
    if (n < values.size())
      out += values.begin()[n];
    else
      out += phrase.substr(0, slot ? 3 : 1);
    phrase.remove_prefix(slot ? 3 : 1);
  }
  return out;
}

}  // namespace bridle
