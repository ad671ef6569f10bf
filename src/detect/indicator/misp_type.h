// Attribute types of MISP, as its JSON and CSV exports name them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "detect/indicator/pack.h"

namespace bridle {

struct MispPart {
  std::optional<IndicatorType> type;  // nothing: that kind of value is not used
  std::string_view value;
};

// The parts of a value: "filename|sha256" has two.
std::vector<MispPart> misp_parts(std::string_view type, std::string_view value);

// The type that a word in a header or a type column means: MISP's words and those that other
// sets use (domain_name, package, apk hash).
std::optional<IndicatorType> indicator_type(std::string_view word);

}  // namespace bridle
