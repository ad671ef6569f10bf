// What is left of a damaged database, as a sound one in memory.
#pragma once

#include <functional>
#include <string_view>

#include "format/sqlite_database.h"

namespace bridle {

// Takes the byte of a place that could not be read, and why.
using OnGap = std::function<void(std::uint64_t at, std::string_view why)>;

// The tables and columns whose names stand anywhere in `sql`, with all rows that can be read:
// those under damaged inner pages too. Tells every page that is lost. Needs memory for what it
// keeps; Errc::too_large is told as a gap.
Result<SqliteDatabase> rebuild(SqlitePages& pages, std::string_view sql, const OnGap& on_gap);

}  // namespace bridle
