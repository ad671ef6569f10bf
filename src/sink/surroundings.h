// The records that stand beside those with findings: what a person looks at first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "record/outcome.h"

namespace bridle {

// A record in words: its fields that hold something, by name.
struct NearRow {
  std::uint64_t row = 0;
  bool hit = false;  // the finding's own
  std::vector<std::pair<std::string, std::string>> fields = {};
};

// By the finding's index: its record, with at most three before it and three after.
using Surroundings = std::map<std::size_t, std::vector<NearRow>>;

// Out of the record files of a case, for at most the first thousand findings. A file that is not
// there or damaged gives none: the findings themselves do not depend on it.
Surroundings read_surroundings(const std::filesystem::path& records, const Outcome& outcome);

}  // namespace bridle
