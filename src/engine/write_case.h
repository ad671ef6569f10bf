// Writes what a run found out into its case folder.
#pragma once

#include <span>

#include "base/result.h"
#include "engine/exhibit.h"
#include "record/outcome.h"
#include "sink/case_folder.h"

namespace bridle {

// intake/, result.json, case.json, reports/analyst.html, run.json and the first line of custody.
Result<void> write_case(const CaseFolder& folder, const Outcome& outcome,
                        std::span<const Exhibit> exhibits, Run run);

}  // namespace bridle
