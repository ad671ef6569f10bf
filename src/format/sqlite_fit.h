// Whether values may be a row of a table: for pages and records that say of no table.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "format/sqlite_schema.h"

namespace bridle {

// From the worst to the best. `unlikely`: the columns would have stored the values in other types;
// `fewer_values`: the row is older than the last columns.
enum class SqliteFit : std::uint8_t { no, unlikely, fewer_values, exact };

SqliteFit fit(std::span<const SqliteColumn> columns, std::span<const SqliteValue> row);

// The worst of all rows of a leaf; `no` if one is damaged or they are not in order.
struct SqliteLeafFit {
  SqliteFit fit = SqliteFit::no;
  std::optional<SqliteRange> rows = {};  // the first and the last, if there are any
};
SqliteLeafFit fit_leaf(std::span<const SqliteColumn> columns, const SqlitePage& page);

}  // namespace bridle
