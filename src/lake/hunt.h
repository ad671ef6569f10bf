// Tries indicators on every phone that a lake holds: the findings that a check of each of its
// exhibits would give now, as far as they come from records.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "lake/lake.h"
#include "record/outcome.h"

namespace bridle {

struct HuntOptions {
  std::vector<std::string> packs;  // files and folders
  bool builtin = true;             // the built-in pack too
  unsigned jobs = 0;               // 0: as many as the machine has cores
};

struct HuntedCase {
  LakeCase about;
  std::string version;  // of the engine that checked it
  Verdict before;       // what its check said
  Verdict verdict;      // what a check would say now
  bool complete;        // everything that its exhibits should hold was read
  std::uint64_t gaps;   // places that could not be read
  // Those of indicators anew, those of rules as its check gave them; in the order of a result.
  std::vector<Finding> findings;
  std::vector<bool> is_new;         // for each: its check did not give it
  std::uint64_t findings_left_out;  // more of one artefact than a result lists
};

struct Hunt {
  std::vector<AppliedPack> packs;
  std::vector<HuntedCase> cases;  // by name
  std::vector<Gap> gaps;          // files of the lake that could not be searched
  std::uint64_t records = 0;
};

// The error is a sentence.
std::expected<Hunt, std::string> hunt(const Lake& lake, const HuntOptions& options);

}  // namespace bridle
