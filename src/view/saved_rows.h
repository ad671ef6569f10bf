// The rows of a table that were looked for, as a CSV file beside the case: as far as they may leave
// it (docs/exports.md).
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

#include "sink/share.h"
#include "view/record_table.h"
#include "view/row_set.h"

namespace bridle {

struct SaveOrder {
  const std::filesystem::path& folder;  // of the case
  const RecordTable& table;
  const RowSet& rows;
  Share level;
  std::filesystem::path in;  // where the file goes
};

struct SavedRows {
  std::filesystem::path path;
  std::uint64_t rows = 0;  // of those that were looked for: the level may take fewer
};

// Writes it, with PATH.redaction.json beside it, and notes both in the case's custody log. The
// error is a sentence: the owner did not agree, or it cannot be written.
std::expected<SavedRows, std::string> save_rows(const SaveOrder& order);

}  // namespace bridle
