// The analyst's workbook: one HTML file without scripts, links or anything from outside.
#pragma once

#include <string>

#include "record/outcome.h"
#include "sink/phrase/phrase.h"
#include "sink/surroundings.h"

namespace bridle {

// The same case gives the same bytes: no clock, host or path of this computer stands in it.
std::string workbook_html(const Outcome& outcome, const Language& say,
                          const Surroundings& surroundings);

}  // namespace bridle
