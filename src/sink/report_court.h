// The exhibit for a court: what was asked, received and found, how, and how far it can be relied
// on.
#pragma once

#include <string>
#include <vector>

#include "record/outcome.h"
#include "sink/custody.h"
#include "sink/phrase/phrase.h"
#include "sink/report.h"

namespace bridle {

struct CourtSources {
  const Outcome& outcome;
  std::string result_sha256;  // of result.json
  std::vector<CustodyLine> custody;
  std::string stem;  // what the names of annexes begin with
};

// At most 1 MB, whatever the case holds; what is more goes to annexes.
Report court_exhibit(const CourtSources& sources, const Language& say);

}  // namespace bridle
