// The case that the local page shows.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/outcome.h"
#include "view/record_table.h"

namespace bridle {

struct ShownCase {
  std::filesystem::path folder;
  Outcome outcome = {};
  std::vector<RecordTable> tables = {};
  std::vector<std::string> unreadable = {};  // names of files of records that cannot be read

  // Errc::io, Errc::malformed: there is no result.json that can be read.
  static Result<ShownCase> open(const std::filesystem::path& folder);

  // Null if there is none of that id.
  const RecordTable* table(std::string_view artefact) const;
};

// Verdict, coverage, exhibits, packs, and which tables there are.
std::string case_json(const ShownCase& from);

// So many findings from `first` on.
std::string findings_json(const Outcome& outcome, std::size_t first, std::size_t count);

}  // namespace bridle
