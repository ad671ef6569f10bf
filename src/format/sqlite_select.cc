#include "format/sqlite_select.h"

#include "format/sqlite_progress.h"

namespace bridle {

std::string sql_of(const SqliteSelect& query) {
  return "SELECT " + query.row + ", " + query.columns + " FROM " + query.from + " ORDER BY " +
         query.row;
}

Result<void> select(SqliteDatabase& database, const SqliteSelect& query,
                    const std::function<bool(const SqliteStatement&)>& on_row,
                    const OnGap& on_gap) {
  const std::string sql = sql_of(query);
  for (const Error& e : database.pages().problems()) on_gap(e.at, e.what);
  SqliteProgress reached;
  const auto attempt = [&](SqliteDatabase& db) -> Result<void> {
    auto rows = TRY(db.prepare(sql));
    return reached.run(rows, on_row);
  };
  auto read = database.check_schema();
  if (read) read = attempt(database);
  if (!read && is_damage(read.error())) {
    on_gap(read.error().at, read.error().what);
    auto rest = TRY(rebuild(database.pages(), sql, on_gap));
    read = attempt(rest);
  }
  if (!read && read.error().code == Errc::too_large) {
    on_gap(read.error().at, read.error().what);
    return {};
  }
  return read;
}

}  // namespace bridle
