// Writes what a run found out into its case folder.
#pragma once

#include "base/result.h"
#include "record/outcome.h"
#include "sink/case_folder.h"

namespace bridle {

// case.json, reports/analyst.html, run.json, the first line of custody, and at the end result.json.
Result<void> write_case(const CaseFolder& folder, const Outcome& outcome, Run run,
                        const IntakeRoot& intake, const std::optional<GivenConsent>& consent);

}  // namespace bridle
