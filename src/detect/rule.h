// A rule: detection logic that is not an indicator. One constant per file under detect/rule/.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "record/finding.h"
#include "record/rows.h"

namespace bridle {

// One record as rules see it. Values live only during the call.
class Record {
 public:
  Record(std::string_view artefact, std::span<const Field> fields, std::span<const Value> values,
         std::uint64_t row)
      : artefact_(artefact), fields_(fields), values_(values), row_(row) {}

  std::string_view artefact() const { return artefact_; }
  std::uint64_t row() const { return row_; }

  // The field of that name: empty text, nothing, if it is absent or of another sort.
  std::string_view text(std::string_view field) const;
  std::optional<std::int64_t> number(std::string_view field) const;
  std::optional<double> real(std::string_view field) const;
  std::optional<Time> time(std::string_view field) const;
  bool has(std::string_view field) const;

 private:
  const Value* find(std::string_view field) const;

  std::string_view artefact_;
  std::span<const Field> fields_;
  std::span<const Value> values_;
  std::uint64_t row_;
};

// What a rule remembers of a record for its judgement: small, and only of records that matter.
struct Note {
  std::string what = {};   // which sign this is: a word of the rule's own, or the finding's words
  std::string field = {};  // the field that shows it
  std::string value = {};  // and its value
  std::optional<Time> at = {};
  std::vector<std::string> extra = {};  // more values that the judgement needs
  std::string campaign = {};            // if the sign points to one
  // Filled in by the engine:
  std::size_t exhibit = 0;
  std::string artefact = {};
  Locator locator = {};
  std::vector<NamedTime> times = {};
};

// A note of what the record's field holds.
inline Note sign(const Record& record, std::string_view field, std::string_view what,
                 std::optional<Time> at = {}) {
  return {.what = std::string(what),
          .field = std::string(field),
          .value = std::string(record.text(field)),
          .at = at};
}

// Findings that a rule gives, each about one of the notes.
struct Claim {
  std::size_t note;  // index into the notes
  Class claim;
  Level level = Level::lead;  // what a rule says alone is never more
  std::string why;
  std::string campaign = {};
};

// How most rules judge: each note is one finding, and its `what` says why.
template <Class kClass>
void each_by_itself(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i)
    claims.push_back(
        {.note = i, .claim = kClass, .why = notes[i].what, .campaign = notes[i].campaign});
}

// The same, but told once for each exhibit: of its first note.
template <Class kClass>
void once_for_each_exhibit(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i)
    if (i == 0 || notes[i].exhibit != notes[i - 1].exhibit)
      claims.push_back({.note = i, .claim = kClass, .why = notes[i].what});
}

struct Rule {
  std::string_view id;
  std::string_view sees;                      // what it looks for, one sentence
  std::string_view source;                    // where it was published
  std::span<const std::string_view> watches;  // artefacts
  std::span<const std::string_view> benign;   // what else explains it
  std::string_view confirm;                   // what would confirm it

  // Called for each record of the watched artefacts, in order within an artefact, from several
  // threads for different artefacts; must keep no state. Gives the notes worth keeping.
  void (*watch)(const Record& record, std::vector<Note>& notes);

  // Called once with all notes of all exhibits, in a fixed order (exhibit, artefact, record).
  void (*judge)(std::span<const Note> notes, std::vector<Claim>& claims);
};

// All rules, by id. Generated from the folder's listing.
std::span<const Rule* const> rules();

}  // namespace bridle

#define RULE(name)               \
  extern const Rule rule_##name; \
  constinit const Rule rule_##name
