// What a person reads at the end of a batch.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/batch.h"
#include "sink/terminal.h"

namespace bridle {

// Every phone stands in it once, and what was left out.
struct BatchEnd {
  std::vector<CheckedPhone> phones = {};    // by name
  std::size_t known = 0;                    // so many of them were in the lake before
  std::vector<std::string> not_begun = {};  // the batch was stopped
  std::vector<std::string> others = {};     // that are no folders
};

std::string batch_table(const BatchEnd& end, Look look);

}  // namespace bridle
