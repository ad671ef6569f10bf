// Walks the trees of a damaged database by hand and gives every row that can still be read.
#pragma once

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "format/sqlite_btree.h"
#include "format/sqlite_pages.h"

namespace bridle {

// Rows whose number is above one and up to the other.
struct SqliteRange {
  std::int64_t above = std::numeric_limits<std::int64_t>::min();
  std::int64_t up_to = std::numeric_limits<std::int64_t>::max();
  bool contains(std::int64_t row) const { return row > above && row <= up_to; }
};

// A page that should hold rows and does not.
struct SqliteHole {
  std::uint32_t page = 0;
  SqliteRange rows;
  const char* why = "";
};

class SqliteSalvage {
 public:
  // The bytes live until the call returns. `whole`: the record's end is not lost.
  enum class Extent : std::uint8_t { whole, cut };
  using OnRow = std::function<void(std::int64_t rowid, Bytes record, Extent extent)>;

  explicit SqliteSalvage(SqlitePages& pages);

  // Every readable row below a root, in order; what could not be read. A page is visited once
  // only, in whatever tree.
  std::vector<SqliteHole> table(std::uint32_t root, const OnRow& on_row);

  // Each readable page of the tree of a table or an index; what stands in its leaves is not looked
  // at.
  using OnPage = std::function<void(std::uint32_t number, const SqlitePage& page)>;
  void pages(std::uint32_t root, const OnPage& on_page);

  // Only remembers which pages belong to the tree, of a table or an index.
  std::vector<SqliteHole> mark(std::uint32_t root);
  void mark_freelist();

  // Leaves of tables that nothing so far led to. `on_leaf` is called with each, in order.
  struct Leaf {
    std::uint32_t number = 0;
    SqlitePage page;
  };
  void orphans(const std::function<void(const Leaf&)>& on_leaf);
  // The rows of such a leaf.
  void rows(const Leaf& leaf, const OnRow& on_row);

 private:
  struct Walk;
  void visit(Walk& walk, std::uint32_t number, SqliteRange range, int depth);
  void visit_inner(Walk& walk, const SqlitePage& page, std::uint32_t number, SqliteRange range,
                   int depth);
  void visit_leaf(Walk& walk, const SqlitePage& page, std::uint32_t number, SqliteRange range);
  void give(const SqliteCell& cell, const OnRow& on_row);
  bool known(std::uint32_t page) const { return page != 0 && page <= pages_.last_readable(); }

  SqlitePages& pages_;
  std::vector<bool> visited_;
  std::vector<bool> misplaced_;  // met once where its rows do not belong
  std::vector<bool> continued_;  // pages with the ends of long records
  std::vector<std::byte> long_record_;
  std::uint64_t continued_left_;  // bytes of such pages still to be read before it is enough
};

}  // namespace bridle
