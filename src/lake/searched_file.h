// What the indicators say about the records in one file of a lake.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/packs.h"
#include "lake/identifier_seal.h"
#include "record/finding.h"

namespace bridle {

struct FoundInCase {
  std::vector<Finding> findings = {};
  std::uint64_t left_out = 0;  // beyond kMostFindings
};

// By the case's name. Errc::unsupported if this version does not know the artefact; Errc::io,
// Errc::malformed.
Result<std::map<std::string, FoundInCase>> search_file(const std::filesystem::path& file,
                                                       const Indicators& indicators,
                                                       IdentifierSeal& seal);

}  // namespace bridle
