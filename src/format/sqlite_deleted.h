// The rows that tables of an SQLite database held once and hold no more: from the free parts of
// their pages, free pages, and old pages in the log and the journal (sqlite_carve.h,
// sqlite_old_pages.h).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/sqlite_rebuild.h"
#include "format/sqlite_schema.h"

namespace bridle {

struct SqliteDeletedRow {
  std::optional<std::int64_t> rowid;  // none if it is lost
  std::vector<std::byte> record;      // its end may be lost
  std::string place;                  // "free block of page 12, byte 45077"
};

struct SqliteDeletedTable {
  std::string name;
  std::vector<SqliteColumn> columns;
  std::uint64_t pages = 0;  // of its tree
  std::vector<SqliteDeletedRow> rows;
};

// If `first` has such rows: of the tables whose names stand anywhere in `sql`, those that do; else
// nothing. Each row once; none that its table still holds, nor an older form of one in which no
// text and no bytes were others. Rows that may be of several tables are told as a gap, as is the
// end of the memory that they may take. For sound databases: of a damaged one nothing is certain.
std::vector<SqliteDeletedTable> deleted_rows(SqlitePages& pages, std::string_view sql,
                                             std::string_view first, const OnGap& on_gap);

}  // namespace bridle
