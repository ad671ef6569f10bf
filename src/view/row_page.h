// Rows as the page shows them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "sink/json.h"
#include "view/record_table.h"

namespace bridle {

// One row: a text for each column of the table, ready to be shown; nothing where there is none.
struct ShownRow {
  std::uint64_t row;  // of the table
  std::vector<std::optional<std::string>> cells = {};
};

// In the order of `rows`; each text of at most `longest` characters. Errc::malformed.
Result<std::vector<ShownRow>> shown_rows(const RecordTable& table,
                                         std::span<const std::uint64_t> rows, std::size_t longest);

// A list of {"cells": […], "n": row}.
void write_rows(Json& out, std::span<const ShownRow> rows);

}  // namespace bridle
