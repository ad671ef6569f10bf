// The analyst's report: one HTML file without scripts, links or anything from outside.
#pragma once

#include <string>

#include "record/outcome.h"

namespace bridle {

// The same outcome gives the same bytes: no clock, host or path of this computer stands in it.
std::string report_html(const Outcome& outcome);

}  // namespace bridle
