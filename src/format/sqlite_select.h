// One query over a database of evidence, sound or damaged.
#pragma once

#include <functional>
#include <string>

#include "format/sqlite_rebuild.h"

namespace bridle {

struct SqliteSelect {
  std::string columns;
  std::string from;  // and all but ORDER BY
  std::string row;   // the number of a row; rows come in its order
};

// The whole statement: column 0 is the number.
std::string sql_of(const SqliteSelect& query);

// Gives each row, whose column 0 is the number and whose columns from 1 are those asked for, until
// `on_row` says false. Damage and what is wrong with the whole are gaps; what can be read behind
// it follows. Errc::unsupported: the query does not fit the database.
Result<void> select(SqliteDatabase& database, const SqliteSelect& query,
                    const std::function<bool(const SqliteStatement& row)>& on_row,
                    const OnGap& on_gap);

}  // namespace bridle
