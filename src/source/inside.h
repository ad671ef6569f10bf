// Keeps outputs out of what was received.
#pragma once

#include <string>

#include "base/result.h"

namespace bridle {

// An error if writing to `output`, which need not exist yet, would write into `exhibit`, or if the
// exhibit lies inside the output folder. Symbolic links and ".." are followed as the system would.
Result<void> check_apart(const std::string& output, const std::string& exhibit);

}  // namespace bridle
