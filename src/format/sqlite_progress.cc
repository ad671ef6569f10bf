#include "format/sqlite_progress.h"

namespace bridle {

Result<void> SqliteProgress::run(SqliteStatement& rows,
                                 const std::function<bool(const SqliteStatement&)>& on_row) {
  const SqliteProgress before = *this;
  std::uint64_t of_row = 0;
  std::int64_t last = 0;
  while (TRY(rows.step())) {
    const std::int64_t row = rows.integer(0);
    // Sound tables give their rows in order; a page that is linked twice does not.
    if (of_row > 0 && row < last) return fail(Errc::malformed, "rows stand out of order");
    of_row = row == last ? of_row + 1 : 1;
    last = row;
    if (before.any_ && (row < before.row_ || (row == before.row_ && of_row <= before.of_row_)))
      continue;
    any_ = true;
    row_ = row;
    of_row_ = of_row;
    if (!on_row(rows)) break;
  }
  return {};
}

}  // namespace bridle
