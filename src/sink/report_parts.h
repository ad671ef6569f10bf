// What the reports are put together from; each section appends HTML.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "record/outcome.h"
#include "sink/html.h"
#include "sink/phrase/phrase.h"
#include "sink/wording.h"

namespace bridle {

// A report as far as it is written.
struct ReportDraft {
  const Outcome& outcome;
  const Language& say;
  std::string html = {};
  std::size_t most = 5'000'000;  // bytes; a table ends before its time where there are more

  std::string program() const;  // its name and version
  bool full() const { return html.size() > most; }

  // A phrase as HTML.
  template <class Key>
  std::string text(Key key) const {
    return escaped(say(key));
  }
  // A phrase with HTML in its slots.
  template <class Key>
  std::string text(Key key, std::initializer_list<std::string_view> values) const {
    return filled(escaped(say(key)), values);
  }
  // What the program or its catalogue says in English, whatever the language of the report.
  std::string in_english(std::string_view words, std::size_t limit = 600) const;
};

// Everything before the body's own elements: no script, nothing from outside, in one language.
void begin_page(ReportDraft& draft, std::string_view title, std::string_view style);
void end_page(ReportDraft& draft, const std::string& footer);

void write_heading(ReportDraft& draft, std::string_view id, const std::string& title);
void write_note(ReportDraft& draft, const std::string& note);

inline constexpr std::size_t kMostTableRows = 500;

// Columns are HTML; one that begins with '#' holds numbers.
void begin_table(ReportDraft& draft, std::initializer_list<std::string> columns);
void end_table(ReportDraft& draft, std::size_t left_out = 0);  // and tells of those rows
std::string cell(const std::string& html);
std::string short_cell(const std::string& html);
std::string number_cell(std::uint64_t n);
std::string row_head(const std::string& html);

// Sections that several readers get.
void write_verdict(ReportDraft& draft);
void write_unchecked_table(ReportDraft& draft);
void write_exhibits_table(ReportDraft& draft);
void write_packs_table(ReportDraft& draft);
void write_coverage_table(ReportDraft& draft);
void write_glossary(ReportDraft& draft);
void write_fact(ReportDraft& draft, const std::string& term, const std::string& html);
// Where a finding stands, which indicator or rule gave it, its times.
void write_finding_facts(ReportDraft& draft, const Finding& finding);
void write_benign(ReportDraft& draft, const Finding& finding);  // and what would confirm it

// "red", "amber", …: a class of the style that goes with a word which says the same.
std::string_view tone(Verdict verdict);
std::string_view tone(Level level);
std::string_view tone(State state);
std::string chip(std::string_view tone, std::string_view word);

// "2019-05-03 10:11:12.000000 UTC"
std::string utc(Time time);

}  // namespace bridle
