// The end of a run: what the findings and the coverage amount to.
#pragma once

#include <span>

#include "engine/exhibit.h"
#include "record/outcome.h"

namespace bridle {

// Corroborates the findings, and sets `complete` and the verdict. A run that was stopped is never
// complete and never a no_match.
void conclude(Outcome& outcome, std::span<const Exhibit> exhibits, bool stopped);

// The exit code that the contract gives an outcome.
int exit_code(const Outcome& outcome);

}  // namespace bridle
