// What an indicator that applies to a record amounts to: its class, its level, and the words that
// go with it. One table decides for all artefacts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detect/indicator/pack.h"
#include "record/finding.h"
#include "record/trace.h"

namespace bridle {

struct Weight {
  Class claim;
  Level level;
  std::string_view why;  // after «<value> stands in <pack> as …: »
  std::vector<std::string> benign;
  std::string_view confirm;
};

// `value` is the part of the record that the indicator applies to.
Weight weigh(Trace trace, const Indicator& indicator, std::string_view value);

// True for what millions of ordinary phones have, so that it is no finding: an address that many
// parties share, met as the other end of a connection; and the name of a program of Android itself.
bool says_nothing(std::string_view artefact, Trace trace, const Indicator& indicator);

// True if nothing but a name applies: a process, a package, a file name.
bool by_name_alone(IndicatorType type);

}  // namespace bridle
