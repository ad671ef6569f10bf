// The worker's part of decrypting: reads the exhibit and has its plain files written.
#pragma once

#include <expected>
#include <string>

#include "engine/worker.h"
#include "source/tree.h"

namespace bridle {

// The outcome's gaps are the files that could not be written, and why.
std::expected<Outcome, Refusal> write_plain_files(const std::string& exhibit, const Secret& secret,
                                                  const Workplace& with);

}  // namespace bridle
