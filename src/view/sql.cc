#include "view/sql.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <memory>

#include "base/bytes.h"
#include "sink/shown.h"
#include "view/row_filter.h"
#include "view/sql_table.h"

namespace bridle {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLongestCell = 300;
constexpr sqlite3_int64 kMostMemory = 512 << 20;
constexpr int kStepsBetweenLooks = 20'000;

// SQLite asks before it does anything: reading and calculating may be, nothing else.
int allow(void*, int action, const char*, const char* name, const char*, const char*) {
  const bool reads =
      action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE ||
      (action == SQLITE_FUNCTION && name && std::strcmp(name, "load_extension") != 0);
  return reads ? SQLITE_OK : SQLITE_DENY;
}

int out_of_time(void* deadline) {
  return Clock::now() > *static_cast<const Clock::time_point*>(deadline);
}

struct Closing {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Closing>;
using Statement = std::unique_ptr<sqlite3_stmt, Closing>;

Database open_memory(const std::vector<RecordTable>& tables) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nullptr);
  Database out(opened);
  if (code != SQLITE_OK) return {};
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_exec(opened, "PRAGMA temp_store = MEMORY", nullptr, nullptr, nullptr);
  sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, 64 << 20);
  sqlite3_limit(opened, SQLITE_LIMIT_SQL_LENGTH, 100'000);
  sqlite3_hard_heap_limit64(kMostMemory);
  // SQLite asks for leave to declare a table when it is first named, too.
  for (const RecordTable& table : tables)
    if (!add_table(opened, table) ||
        sqlite3_exec(opened, ("SELECT 1 FROM \"" + table.artefact() + "\" LIMIT 0").c_str(),
                     nullptr, nullptr, nullptr) != SQLITE_OK)
      return {};
  sqlite3_set_authorizer(opened, allow, nullptr);
  return out;
}

std::optional<std::string> cell(sqlite3_stmt* row, int column) {
  const int type = sqlite3_column_type(row, column);
  if (type == SQLITE_NULL) return {};
  if (type == SQLITE_INTEGER) return std::to_string(sqlite3_column_int64(row, column));
  if (type == SQLITE_FLOAT) return written(sqlite3_column_double(row, column));
  const auto* const bytes = static_cast<const std::byte*>(sqlite3_column_blob(row, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
  return shown(as_text({bytes, std::min(size, kLongestCell * 4 + 4)}), kLongestCell);
}

std::string problem_of(sqlite3* database, int code) {
  if (code == SQLITE_INTERRUPT) return "it takes too long; narrow it";
  if (code == SQLITE_NOMEM) return "it takes too much memory; narrow it";
  return sqlite3_errmsg(database);
}

}  // namespace

SqlResult ask_sql(const std::vector<RecordTable>& tables, std::string_view text,
                  const SqlLimits& limits) {
  const Database database = open_memory(tables);
  if (!database) return {.problem = "SQLite cannot be started"};
  Clock::time_point deadline = Clock::now() + std::chrono::seconds(limits.seconds);
  sqlite3_progress_handler(database.get(), kStepsBetweenLooks, out_of_time, &deadline);
  sqlite3_stmt* prepared = nullptr;
  const char* rest = nullptr;
  int code = sqlite3_prepare_v2(database.get(), text.data(), static_cast<int>(text.size()),
                                &prepared, &rest);
  const Statement statement(prepared);
  if (code != SQLITE_OK) return {.problem = problem_of(database.get(), code)};
  if (!prepared || !sqlite3_stmt_readonly(prepared)) return {.problem = "no question"};
  SqlResult out;
  for (int i = 0; i < sqlite3_column_count(prepared); ++i)
    out.columns.push_back(shown(sqlite3_column_name(prepared, i), kLongestCell));
  while ((code = sqlite3_step(prepared)) == SQLITE_ROW) {
    if (out.rows.size() == limits.rows) {
      out.cut = true;
      return out;
    }
    auto& row = out.rows.emplace_back();
    for (int i = 0; i < sqlite3_column_count(prepared); ++i) row.push_back(cell(prepared, i));
  }
  if (code != SQLITE_DONE) return {.problem = problem_of(database.get(), code)};
  return out;
}

}  // namespace bridle
