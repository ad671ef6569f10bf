// How readers of packs put what they read into one.
#pragma once

#include <string>
#include <string_view>

#include "detect/indicator/pack.h"

namespace bridle {

// Adds `raw` as an indicator of type `said`, or as skipped with the reason. `about` has everything
// but type, value and caution.
void collect(Pack& pack, Indicator about, IndicatorType said, std::string_view raw);

// The same for a value that is a pattern.
void collect_pattern(Pack& pack, Indicator about, IndicatorType said, Compared how,
                     std::string_view raw);

void skip(Pack& pack, std::string id, std::string why);

// "pack.csv#12"
std::string line_id(const Pack& pack, std::size_t line);

// Whether the name of a set says that it lists legal monitoring software.
bool says_dual_use(std::string_view name);

}  // namespace bridle
