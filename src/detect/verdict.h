// From findings and coverage to one verdict.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "record/finding.h"

namespace bridle {

// Findings that stand on a name alone (a process, a package, a file name) become a match where a
// second, independent artefact speaks for the same: the same campaign by more than a name, or an
// attack's delivery within the hour. Sets `with` on both sides. Names never corroborate names:
// one forged or unlucky name can stand in several artefacts.
void corroborate(std::vector<Finding>& findings);

// A match or a lead stands whatever was not read. Without any, `inconclusive` unless every core
// surface was read whole.
Verdict verdict(std::span<const Finding> findings, std::span<const Coverage> core);

}  // namespace bridle
