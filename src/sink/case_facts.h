// What an export needs of case.json and run.json.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "record/outcome.h"

namespace bridle {

struct CaseFacts {
  std::string id = {};               // "C-…"
  std::vector<Device> devices = {};  // of the exhibits, in order, with what names one phone
  Time checked{0};                   // when the check ended; 1970 if run.json is not there
};

// Errc::io, Errc::malformed.
Result<CaseFacts> read_case_facts(const std::filesystem::path& folder);

}  // namespace bridle
