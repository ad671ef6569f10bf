// Rows that were deleted, in the parts of a page that its table no longer uses.
// https://www.sqlite.org/fileformat2.html#b_tree_pages
//
//   The gap between the list of cells and the first cell holds cells as they were. A free block
//   among the cells is one or several that were deleted; four bytes of it are written over:
//   offset  size  value, big endian
//   0       2     the next free block
//   2       2     the size of this one; of a block that was joined with others, of what it was then
//   What stood there were the record's size, the row number and the start of the record's header,
//   so that their number is lost, and the first types are known by what the table can store.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "format/sqlite_free_parts.h"
#include "format/sqlite_schema.h"

namespace bridle {

struct SqliteRemnant {
  std::optional<std::int64_t> rowid = {};
  std::size_t at = 0;  // within the page; of a row without its start, where what is left begins
  std::vector<std::byte> record = {};  // with a whole header, and what of the rest is in this page
  std::uint64_t size = 0;              // of the whole record
  std::uint32_t overflow = 0;          // the page where it goes on, or 0
};

// A page up to the end of one of its free parts.
struct SqliteArea {
  Bytes page;
  std::size_t end;
};

// Finds the rows of one table. What is taken for a row has the table's number of values, types that
// its columns store, and texts that are text.
class SqliteCarver {
 public:
  SqliteCarver(std::span<const SqliteColumn> columns, SqliteText text);

  // `page` without its reserved end.
  void carve(Bytes page, const SqliteFreePart& part, std::vector<SqliteRemnant>& out) const;

  // The same for entries of an index whose columns, and the row number behind them, are this one's:
  // those that are whole. SqliteRemnant::rowid is that number.
  void carve_keys(Bytes page, const SqliteFreePart& part, std::vector<SqliteRemnant>& out) const;

  // Whether so much was asked of it that it gave up: a page can be made so that each of its bytes
  // may begin a row of a thousand values.
  bool gave_up() const { return work_ > kMostWork; }

 private:
  static constexpr std::uint64_t kMostWork = std::uint64_t{1} << 27;  // values looked at

  struct Stored {
    SqliteAffinity affinity;
    bool is_rowid;
  };
  struct Types {
    std::size_t bytes = 0;   // that they take
    std::size_t count = 0;   // how many there are
    std::uint64_t body = 0;  // bytes of their values
  };
  struct Found {
    SqliteRemnant row;
    std::size_t end;
  };
  using Cell = std::optional<Found>;

  bool stores(std::size_t column, std::uint64_t type) const;
  std::optional<Types> types(Bytes from, std::size_t first_column, std::size_t count) const;
  bool is_text(Bytes record) const;
  bool says_enough(Bytes record) const;
  Cell intact(const SqliteArea& area, std::size_t at) const;
  Cell key(const SqliteArea& area, std::size_t at) const;
  Cell headed(const SqliteArea& area, std::size_t at) const;
  Cell beheaded(const SqliteArea& area, std::size_t at) const;
  Cell beheaded_in_gap(const SqliteArea& area, std::size_t at) const;
  Cell without_number(const SqliteArea& area, std::size_t at) const;
  Cell without_size(const SqliteArea& area, std::size_t at) const;
  Cell without_first_type(const SqliteArea& area, std::size_t at) const;
  Cell with_first_type(const SqliteArea& area, std::size_t at, std::uint64_t type,
                       std::size_t types_at) const;
  std::optional<std::uint64_t> first_type(std::uint64_t size) const;
  Cell cell(const SqliteArea& area, std::size_t at, std::size_t record_at,
            std::uint64_t size) const;
  Cell rebuilt(const SqliteArea& area, std::size_t at, Bytes header_types, std::size_t body_at,
               std::uint64_t body) const;

  std::vector<Stored> columns_;
  SqliteText text_;
  mutable std::uint64_t work_ = 0;
};

}  // namespace bridle
