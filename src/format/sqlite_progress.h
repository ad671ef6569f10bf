// How far the rows of a query have come, so that they can go on in what is left of a damaged
// database: no row twice, none left out.
#pragma once

#include <functional>

#include "format/sqlite_database.h"

namespace bridle {

class SqliteProgress {
 public:
  // Steps through `rows`, whose first column is the row number and which come in its order, and
  // gives those that no earlier call gave, until `on_row` says false.
  Result<void> run(SqliteStatement& rows,
                   const std::function<bool(const SqliteStatement& row)>& on_row);

 private:
  bool any_ = false;
  std::int64_t row_ = 0;
  std::uint64_t of_row_ = 0;  // a join gives several for one row
};

}  // namespace bridle
