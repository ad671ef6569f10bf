// What reports say, in each language. The keys stand in a header for each report, the texts in a
// file for each report and language: a new language is four files and a line in languages.cc.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "sink/phrase/common.h"
#include "sink/phrase/court.h"
#include "sink/phrase/letter.h"
#include "sink/phrase/workbook.h"

namespace bridle {

// A text may hold {0}, {1}, …: see filled().
template <class Key>
struct Phrase {
  Key key;
  std::string_view text;
};

template <class Key>
using Texts = std::array<std::string_view, std::to_underlying(Key::count)>;

void a_phrase_is_missing_or_out_of_order();  // calling it keeps a catalogue from being compiled

// The texts by key. Does not compile if one is missing, empty, twice there or out of order.
template <class Key, std::size_t n>
consteval Texts<Key> all_texts(const Phrase<Key> (&phrases)[n]) {
  static_assert(n == std::to_underlying(Key::count), "a phrase is missing or too many");
  Texts<Key> out{};
  for (std::size_t i = 0; i < n; ++i) {
    if (std::to_underlying(phrases[i].key) != i || phrases[i].text.empty())
      a_phrase_is_missing_or_out_of_order();
    out[i] = phrases[i].text;
  }
  return out;
}

struct Language {
  std::string_view code;       // BCP 47
  std::string_view direction;  // "ltr", "rtl"
  const Texts<Common>* common;
  const Texts<Letter>* letter;
  const Texts<Court>* court;
  const Texts<Workbook>* workbook;

  std::string_view operator()(Common key) const { return (*common)[std::to_underlying(key)]; }
  std::string_view operator()(Letter key) const { return (*letter)[std::to_underlying(key)]; }
  std::string_view operator()(Court key) const { return (*court)[std::to_underlying(key)]; }
  std::string_view operator()(Workbook key) const { return (*workbook)[std::to_underlying(key)]; }
};

std::span<const Language> languages();  // English first
const Language& english();
const Language* language(std::string_view code);  // nullptr if there is none

// The key of `of` among those that follow `first` in the order of its enum.
template <class Key, class E>
constexpr Key one_of(Key first, E of) {
  return static_cast<Key>(std::to_underlying(first) + std::to_underlying(of));
}

// The phrase with {0}, {1}, … replaced.
std::string filled(std::string_view phrase, std::initializer_list<std::string_view> values);

}  // namespace bridle
