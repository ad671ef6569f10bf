// What tests of the matcher look at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detect/indicator/matcher.h"

namespace bridle {

// The values of the indicators that apply, joined by '|'. The matcher has the one pack.
inline std::string values_of_hits(const Matcher& matcher, const Pack& pack, Kind kind,
                                  std::string_view value) {
  std::vector<Hit> hits;
  matcher.match(kind, value, hits);
  std::string out;
  for (const Hit& hit : hits)
    out += (out.empty() ? "" : "|") + pack.indicators[hit.indicator].value;
  return out;
}

}  // namespace bridle
