// Applies packs and rules anew to the records of a case. The exhibits are not needed, and the case
// stays as it is.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "record/outcome.h"

namespace bridle {

struct RecheckOptions {
  std::filesystem::path folder;    // of the case
  std::vector<std::string> packs;  // files and folders
  std::filesystem::path scratch;   // has room for the records once more, while it runs
  bool builtin = true;
};

// What the case says now: its exhibits and coverage as they were, its findings anew. The error is a
// sentence. Records of an artefact that has other fields by now are a gap.
std::expected<Outcome, std::string> recheck(const RecheckOptions& options);

}  // namespace bridle
