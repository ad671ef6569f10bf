#include "format/sqlite_fit.h"

#include <algorithm>

namespace bridle {

using Type = SqliteValue::Type;

SqliteFit fit(std::span<const SqliteColumn> columns, std::span<const SqliteValue> row) {
  SqliteFit best = SqliteFit::exact;
  std::size_t i = 0;
  for (const SqliteColumn& column : columns) {
    if (!column.stored) continue;
    if (i == row.size()) return i > 0 ? std::min(best, SqliteFit::fewer_values) : SqliteFit::no;
    const Type type = row[i++].type;
    if (column.is_rowid && type != Type::null) return SqliteFit::no;
    const bool is_number = type == Type::integer || type == Type::real;
    const bool for_numbers =
        column.affinity == SqliteAffinity::integer || column.affinity == SqliteAffinity::real;
    if (column.affinity == SqliteAffinity::text && is_number) return SqliteFit::no;
    if (for_numbers && type == Type::text) best = SqliteFit::unlikely;
  }
  return i == row.size() ? best : SqliteFit::no;
}

SqliteLeafFit fit_leaf(std::span<const SqliteColumn> columns, const SqlitePage& page) {
  SqliteLeafFit out{.fit = SqliteFit::exact};
  std::vector<SqliteValue> values;
  for (std::uint32_t i = 0; i < page.cells; ++i) {
    const auto cell = read_cell(page, i);
    if (!cell || (out.rows && cell->rowid <= out.rows->up_to)) return {};
    if (!out.rows) out.rows = SqliteRange{cell->rowid, cell->rowid};
    out.rows->up_to = cell->rowid;
    if (!read_record(cell->local, values) && cell->overflow == 0) return {};
    // The values behind a long one stand in other pages.
    const SqliteFit here = fit(columns, values);
    if (here == SqliteFit::no) return {};
    if (cell->overflow == 0 || here == SqliteFit::unlikely) out.fit = std::min(out.fit, here);
  }
  return out;
}

}  // namespace bridle
