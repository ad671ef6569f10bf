// Pages, cells and records of an SQLite database, one at a time and without trust.
// https://www.sqlite.org/fileformat2.html#b_tree_pages
//
//   offset  size  value, big endian              header of a page; in page 1 it begins at 100
//   0       1     2, 5: inner page of an index, a table; 10, 13: leaf of an index, a table
//   1       2     first free block: next 2, size 2
//   3       2     cells; their places follow the header, 2 bytes each
//   5       2     where the cells begin
//   8       4     inner pages only: the last child
//   A cell of an inner table page is a child and a key, a varint: the rows up to it lie there.
//   A cell of a table's leaf: size of the record, rowid, the record. If it does not fit, its end
//   stands in a chain of pages whose first 4 bytes say the next, and whose first the cell's last 4.
//   A record is its header's size, a type for each value, the values.
#pragma once

#include <cstdint>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

enum class SqlitePageType : std::uint8_t {
  index_inner = 2,
  table_inner = 5,
  index_leaf = 10,
  table_leaf = 13
};

struct SqlitePage {
  SqlitePageType type{};
  Bytes bytes;            // without the reserved end
  std::size_t first = 0;  // where the cells' places begin
  std::uint32_t cells = 0;
  std::uint32_t last_child = 0;

  bool inner() const {
    return type == SqlitePageType::table_inner || type == SqlitePageType::index_inner;
  }
};

// `bytes` is the usable part of page `number`. Errc::malformed if it is no page of a tree.
Result<SqlitePage> read_page(Bytes bytes, std::uint32_t number);

// How much of a record of `size` bytes stays in its page, by the file format's rule.
std::uint64_t local_size(std::uint64_t size, std::uint64_t usable, SqlitePageType type);

struct SqliteCell {
  std::uint32_t child = 0;     // inner pages
  std::int64_t rowid = 0;      // tables; on inner pages the highest one below `child`
  std::uint64_t size = 0;      // of the record
  Bytes local;                 // its part in this page
  std::uint32_t overflow = 0;  // the page with the next part, or 0
};

Result<SqliteCell> read_cell(const SqlitePage& page, std::uint32_t index);

struct SqliteValue {
  enum class Type : std::uint8_t { null, integer, real, text, blob };
  Type type = Type::null;
  std::int64_t integer = 0;
  double real = 0;
  Bytes bytes;  // text is in the database's encoding
};

// How many bytes a value of this type takes; of the types that no value has, none.
std::uint64_t size_of_sqlite_type(std::uint64_t type);

// The values of a record, of which the end may be lost: those that are whole, then an error.
// `values` is cleared first.
Result<void> read_record(Bytes record, std::vector<SqliteValue>& values);

}  // namespace bridle
