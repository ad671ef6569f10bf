// The first rows of a set in the order of a column.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "view/record_table.h"
#include "view/row_set.h"

namespace bridle {

enum class Direction : std::uint8_t { up, down };

// Numbers of rows of the table. Rows without a value come last, rows alike in the table's order.
// Memory grows with `most` alone. Errc::malformed if the file is damaged.
struct RowOrder {
  std::size_t column;
  Direction direction = Direction::up;
  std::size_t most;
};
Result<std::vector<std::uint64_t>> first_rows(const RecordTable& table, const RowSet& set,
                                              const RowOrder& order);

// The same in the table's own order, from the nth of the set on.
std::vector<std::uint64_t> rows_from(const RecordTable& table, const RowSet& set,
                                     std::uint64_t first, std::size_t most);

}  // namespace bridle
