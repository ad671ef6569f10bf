// Puts records of a damaged table, as they are found, into a table of the same columns in memory.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "format/sqlite_schema.h"

namespace bridle {

class SqliteTableWriter {
 public:
  // Constraints, triggers and computed columns are left out; columns whose names (in lower case)
  // are not among `wanted` stay empty.
  static Result<SqliteTableWriter> create(sqlite3* db, std::string_view name,
                                          std::vector<SqliteColumn> columns,
                                          const std::set<std::string>& wanted);

  // The same as a temporary table, which hides the database's own of this name.
  static Result<SqliteTableWriter> create_temporary(sqlite3* db, std::string_view name,
                                                    std::vector<SqliteColumn> columns,
                                                    const std::set<std::string>& wanted);

  // Adds the rows of the table that the temporary one hides, where it has none of their number.
  Result<void> add_hidden();

  enum class Put : std::uint8_t { whole, partly, not_at_all };
  // not_at_all: no record, or its row is there already.
  Put put(std::int64_t rowid, Bytes record, SqliteText encoding);

  const std::vector<SqliteColumn>& columns() const { return columns_; }
  std::uint64_t bytes() const { return bytes_; }  // taken so far

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  SqliteTableWriter() = default;
  static Result<SqliteTableWriter> create_in(std::string_view schema, sqlite3* db,
                                             std::string_view table,
                                             std::vector<SqliteColumn> columns,
                                             const std::set<std::string>& wanted);
  void bind(int parameter, const SqliteValue& value, SqliteText encoding);
  void bind_fallback(int parameter, std::string_view sql);

  std::string table_, names_;  // as SQL writes them
  std::string kept_names_;     // NULL for columns that stay empty
  std::vector<SqliteColumn> columns_;
  std::vector<bool> kept_;
  std::unique_ptr<sqlite3_stmt, Finalize> insert_;
  std::vector<SqliteValue> values_;
  std::string converted_;
  std::uint64_t bytes_ = 0;
};

}  // namespace bridle
