// What a worker does in a run: takes exhibits in, reads them, detects, and says what it found.
#pragma once

#include <expected>
#include <span>

#include "artefact/artefact.h"
#include "engine/check.h"
#include "engine/worker.h"

namespace bridle {

std::expected<Outcome, Refusal> read_evidence(const CheckOptions& options,
                                              std::span<const Artefact* const> catalogue,
                                              const Workplace& with);

}  // namespace bridle
