// What the schema table of a database says, and what its CREATE statements mean.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "format/sqlite_salvage.h"

namespace bridle {

// One row of sqlite_schema.
struct SqliteObject {
  std::string type;  // "table", "index", "view", "trigger"
  std::string name;
  std::string table;  // that an index is of
  std::uint32_t root = 0;
  std::string sql;
};

// Into which type a column turns what is stored in it.
enum class SqliteAffinity : std::uint8_t { text, numeric, integer, real, blob };
std::string_view name(SqliteAffinity affinity);

struct SqliteColumn {
  std::string name;
  SqliteAffinity affinity = SqliteAffinity::blob;
  bool is_rowid = false;  // another name of the row number; the record holds NULL
  bool stored = true;     // false: computed when read
  std::string fallback;   // SQL of the value of rows that are older than the column; may be empty
};

// The columns that a CREATE TABLE statement declares, in their order in records. It is parsed by
// SQLite, which executes nothing else of it. Errc::unsupported if it cannot be understood.
Result<std::vector<SqliteColumn>> columns_of(std::string_view create_table);

// The columns of each unique index of a table, by their places among its columns: of those that
// CREATE INDEX statements declare and of those that constraints bring. Indexes over expressions are
// left out.
struct SqliteIndexColumns {
  std::string name;
  std::vector<std::size_t> columns;
};
std::vector<SqliteIndexColumns> indexes_of(std::string_view create_table,
                                           const std::vector<std::string>& create_indexes);

// Executes a CREATE INDEX statement out of evidence, if it is one and harmless.
bool create_index(sqlite3* db, std::string_view sql);

// Text of the database's encoding as UTF-8; not a view if it had to be converted into `into`.
std::string_view text_of(Bytes text, SqliteText encoding, std::string& into);

// A row of sqlite_schema as a record, or an empty type if it is none.
SqliteObject schema_object(Bytes record, SqliteText encoding);

}  // namespace bridle
