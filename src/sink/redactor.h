// Takes out of values what a level of sharing keeps back, and counts what it took.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "record/finding.h"
#include "record/privacy.h"
#include "record/rows.h"
#include "sink/pseudonyms.h"
#include "sink/share.h"

namespace bridle {

// Names as they are, for those who may read the case itself: nothing is replaced.
enum class Names : std::uint8_t { replaced, revealed };

class Redactor {
 public:
  Redactor(Pseudonyms pseudonyms, Share level, Names names)
      : pseudonyms_(std::move(pseudonyms)), level_(level), names_(names) {}

  // A field's value; `into` keeps its text. A value that is held back leaves its mark, and nothing
  // if it is no text.
  Value value(std::string_view artefact, std::string_view field, Kind kind, const Value& value,
              std::string& into);

  // What a finding says was seen. Nothing is known of a field whose kind is not given.
  std::string seen(const Finding& finding, std::optional<Kind> kind);

  // What the engine itself wrote about something, and places.
  std::string words(std::string_view where, std::string_view text);

  // A JSON file of its own: which fields of which artefact lost how much to what.
  std::string log(std::string_view case_id) const;

 private:
  struct Count {
    std::uint64_t pseudonyms = 0, withheld = 0;
  };

  std::string text(Privacy privacy, Kind kind, std::string_view text) const;
  void count(std::string_view artefact, std::string_view field, bool withheld);

  Pseudonyms pseudonyms_;
  Share level_;
  Names names_;
  std::map<std::string, Count, std::less<>> counts_;  // "ios_sms.text"
};

}  // namespace bridle
