// For tests of rules: shows records to one rule, in the words that artefacts really give.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detect/rule.h"

namespace bridle {

struct Made {
  std::string_view field;
  Value value;
};

using Claims = std::vector<std::string>;

class Shown {
 public:
  explicit Shown(std::string_view rule);

  // A record made by hand. It fails the test if the artefact has no such field, if the value is of
  // another sort than the field's, or if the field is made of words (kind `text`) and this one
  // stands in none of the artefact's golden files: a rule must not be tested on values that never
  // come.
  Shown& record(std::string_view artefact, const std::vector<Made>& made);

  // All records of test/artefact/ID/CASE/want.jsonl.
  Shown& golden(std::string_view artefact, std::string_view name);

  // The file that the next records stand in.
  Shown& file(std::string_view path);

  // Each claim as "class level value".
  Claims claims() const;
  // Why the rule claims so, one for each claim.
  std::vector<std::string> reasons() const;

 private:
  void watch(std::string_view artefact, const std::vector<Made>& made);
  std::vector<Claim> judged() const;

  const Rule* rule_ = nullptr;
  std::vector<Note> notes_;
  std::string file_;
  std::uint64_t row_ = 0;
};

// What is wrong with such a record of the artefact; nothing if it could come so.
std::string wrong(std::string_view artefact, const std::vector<Made>& made);

// A moment so many seconds after 2022-04-15, a day of no meaning.
Time at(double seconds);

inline Value sv(std::string_view s) {
  return s;
}
inline Value whole(std::int64_t n) {
  return n;
}

}  // namespace bridle
