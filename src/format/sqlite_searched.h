// The tables and unique indexes whose deleted rows are looked for.
#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "format/sqlite_remains.h"

namespace bridle {

struct SqliteSearchedTable {
  std::string name;
  std::uint32_t root = 0;
  std::vector<SqliteColumn> columns;
  bool wanted = false;                      // the others only tell what is not of these
  std::optional<SqliteCarver> carver = {};  // of those that are wanted
  std::uint64_t pages = 0;
  std::vector<SqliteRemains> rows = {};
  std::vector<SqliteKeyRemains> keys = {};
};

struct SqliteSearchedIndex {
  SqliteSearchedTable* table;
  std::uint32_t root;
  std::vector<std::size_t> columns;
  SqliteCarver carver;
};

class SqliteSearched {
 public:
  // Reads the list of tables. Wanted are those whose names, in lower case, are among `names`:
  // `first` alone, if it is there, until want_rest().
  SqliteSearched(SqlitePages& pages, std::set<std::string> names, std::string_view first);
  void want_rest();

  std::deque<SqliteSearchedTable>& wanted() { return wanted_; }
  std::deque<SqliteSearchedIndex>& indexes() { return indexes_; }

  // All tables: a page that says of none could be of any. The others are read when first asked for.
  std::vector<SqliteSearchedTable*>& all();

 private:
  void want(const SqliteObject& object);
  void read_indexes(SqliteSearchedTable& table, std::string_view create_table);

  SqliteText text_;
  std::set<std::string> names_;
  std::string first_;
  std::vector<SqliteObject> objects_;
  std::deque<SqliteSearchedTable> wanted_, others_;
  std::deque<SqliteSearchedIndex> indexes_;
  std::vector<SqliteSearchedTable*> all_;
};

}  // namespace bridle
