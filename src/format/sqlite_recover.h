// One query over the rows that the tables of a database hold no more.
#pragma once

#include <functional>
#include <string>

#include "format/sqlite_deleted.h"
#include "format/sqlite_select.h"

namespace bridle {

// Where a recovered row lay, and its number if that is left.
struct SqliteRecovered {
  std::optional<std::int64_t> rowid;
  std::string_view place;
};

// Gives what the query, which fits the sound database, would have given for each deleted row of the
// table that its `row` belongs to, joined with the rows that other tables hold or held, until
// `on_row` says false. Column 0 is the row's number or, where that is lost, one that no table has
// (is_lost()). Nothing is given if `row` is no column of a table.
Result<void> recover(
    SqliteDatabase& database, const SqliteSelect& query,
    const std::function<bool(const SqliteStatement& row, const SqliteRecovered& from)>& on_row,
    const OnGap& on_gap);

// Whether a number stands for one that is lost.
bool is_lost(std::int64_t number);

}  // namespace bridle
