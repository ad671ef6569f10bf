// STIX 2.1 patterns (OASIS STIX 2.1, part 9), read into the values that each suffice alone.
//
// [domain-name:value = 'a.example' OR url:value = 'https://b.example/x'] FOLLOWEDBY […]
//
// An indicator matches single values of single records, so a pattern is usable as far as it is a
// choice between values, or between patterns of one (value_pattern.h). What needs several
// observations at once, an absence or an order of events is refused with its reason: half a
// compound pattern is never matched.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detect/indicator/pack.h"

namespace bridle {

struct StixValue {
  IndicatorType type;
  std::string value;  // as written, not normalised
  Compared compared = Compared::equal;
};

struct StixPattern {
  std::vector<StixValue> values;     // any of them is a match
  std::vector<std::string> refused;  // alternatives that cannot be used, and why
};

// Never fails: a pattern that is not one has no values and one reason.
StixPattern parse_stix_pattern(std::string_view pattern);

}  // namespace bridle
