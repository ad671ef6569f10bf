// What tests of the matcher look at.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "detect/indicator/matcher.h"

namespace bridle {

// Whether one of the matcher's keys is noted for the value.
inline bool is_found_by_keys(const Matcher& matcher, Kind kind, std::string_view value) {
  std::vector<std::uint64_t> noted;
  std::vector<Hit> none;
  Matcher(noted).match(kind, value, none);
  return std::ranges::any_of(matcher.keys(), [&](std::uint64_t key) {
    return std::ranges::find(noted, key) != noted.end();
  });
}

// The values of the indicators that apply, joined by '|'. The matcher has the one pack.
inline std::string values_of_hits(const Matcher& matcher, const Pack& pack, Kind kind,
                                  std::string_view value) {
  std::vector<Hit> hits;
  matcher.match(kind, value, hits);
  std::string out;
  bool by_pattern = true;
  for (const Hit& hit : hits) {
    const Indicator& one = pack.indicators[hit.indicator];
    out += (out.empty() ? "" : "|") + one.value;
    by_pattern = by_pattern && one.compared != Compared::equal;
  }
  EXPECT_TRUE(by_pattern || is_found_by_keys(matcher, kind, value)) << value;
  EXPECT_TRUE(hits.empty() || !by_pattern || matcher.has_patterns()) << value;
  return out;
}

}  // namespace bridle
