// Writes down what was received: every file of every exhibit with its hash, size and time.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "engine/exhibit.h"
#include "sink/case_folder.h"

namespace bridle {

// intake/SHA256SUMS and intake/manifest.jsonl. Waits for hashes that are not there yet.
Result<IntakeRoot> write_intake(NewFiles& files, const std::vector<Received>& received,
                                std::span<const Exhibit> exhibits);

}  // namespace bridle
