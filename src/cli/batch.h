// `bridle check --batch DIR --lake LAKE`: many phones at once.
#pragma once

#include <string>

#include "cli/progress.h"
#include "engine/check.h"

namespace bridle {

struct BatchAsked {
  CheckOptions check;  // of every phone
  std::string phones;  // the folder that holds them
  std::string lake;
  std::string kept;  // where the cases stay; empty: nowhere
  std::string format;
  ProgressForm progress;
  std::string fail_on;
};

// The exit code: the strongest of all phones.
int run_batch(BatchAsked asked);

}  // namespace bridle
