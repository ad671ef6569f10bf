// A case's records in the forms that other tools read. Memory does not grow with the case.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace bridle {

// A folder (absent or empty) with one RFC 4180 file per artefact and schema.json. A text that a
// spreadsheet would take for a formula gets an apostrophe before it. Errc::io, Errc::malformed.
Result<void> export_csv(const std::filesystem::path& folder, const std::filesystem::path& output);

// A file of JSON lines for Timesketch: one event for each time of each record, those with findings
// tagged, in the order of time. Findings whose record has no time stand at the start.
Result<void> export_timesketch(const std::filesystem::path& folder,
                               const std::filesystem::path& output);

}  // namespace bridle
