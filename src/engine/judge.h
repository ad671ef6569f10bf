// Lets the rules judge what they noted, and puts all findings in their final order.
#pragma once

#include <span>
#include <vector>

#include "detect/rule.h"
#include "engine/recorder.h"
#include "record/finding.h"

namespace bridle {

// Appends each rule's findings. `notes` come in the order of exhibits, artefacts and records.
void judge(std::span<const Rule* const> rules, std::vector<Noted> notes,
           std::vector<Finding>& findings);

// Matches before leads, stronger classes first, then by exhibit, artefact, file, row and rule.
// References between findings follow them.
void order(std::vector<Finding>& findings);

}  // namespace bridle
