// All patterns that values of one type are compared with, as one automaton: a value costs one pass
// over its bytes, for one pattern and for a hundred. A matcher without patterns of a type has no
// set of it, and pays one comparison with null.
#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "detect/indicator/pack.h"
#include "detect/indicator/table.h"

namespace bridle {

class PatternSet {
 public:
  explicit PatternSet(IndicatorType type);

  // What RE2 has against the pattern, which then is left out; empty if nothing.
  std::string add(Compared how, std::string_view pattern, IndicatorPlace place);
  void build();  // after the last add

  bool matches(std::string_view value) const;

  // The places of all patterns that the value matches, in the order of add().
  std::vector<IndicatorPlace> find(std::string_view value) const;

 private:
  RE2::Options options_;
  RE2::Set set_;
  bool compiled_ = false;
  std::vector<std::unique_ptr<RE2>> single_;  // for values on which the automaton grows too large
  std::vector<IndicatorPlace> places_;
};

}  // namespace bridle
