// Writes what a run found out into its case folder.
#pragma once

#include "base/result.h"
#include "record/outcome.h"
#include "sink/case_folder.h"

namespace bridle {

// result.json, case.json, reports/analyst.html, run.json and the first line of custody.
Result<void> write_case(const CaseFolder& folder, const Outcome& outcome, Run run);

}  // namespace bridle
