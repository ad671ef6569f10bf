#include "format/sqlite_database.h"

namespace bridle {
namespace {

constexpr int kLongest = 64 << 20;  // of one value
constexpr int kStepsAtOnce = 10'000;
// A full scan of small rows takes some ten steps a byte; a join, some times that.
constexpr std::int64_t kLeastSteps = 50'000'000;
constexpr std::int64_t kStepsPerByte = 200;

int count_steps(void* left) {
  return (*static_cast<std::int64_t*>(left) -= kStepsAtOnce) < 0 ? 1 : 0;
}

// `view` is set inside a view or trigger of the database: there nothing is trusted to be cheap.
int authorize(void* /*unused*/, int action, const char* /*a*/, const char* /*b*/,
              const char* /*database*/, const char* view) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
      return view == nullptr ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

}  // namespace

Error sqlite_error(int code) {
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {Errc::malformed, "the database is damaged"};
    case SQLITE_IOERR:
      return {Errc::truncated, "a page of the database cannot be read"};
    case SQLITE_INTERRUPT:
      return {Errc::too_large, "the query needs too many steps for a database of this size"};
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
      return {Errc::too_large, "a value of the database is too large"};
    default:
      return {Errc::unsupported, "the query does not fit the database"};
  }
}

std::string sql_name(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += c;
    if (c != '\0') out += c;
  }
  return out + '"';
}

Result<bool> SqliteStatement::step() {
  const int rc = sqlite3_step(stmt_.get());
  if (rc == SQLITE_ROW) return true;
  if (rc == SQLITE_DONE) return false;
  return std::unexpected(sqlite_error(rc));
}

SqliteResultValue::Type SqliteResultValue::type() const {
  switch (sqlite3_value_type(value_)) {
    case SQLITE_INTEGER:
      return Type::integer;
    case SQLITE_FLOAT:
      return Type::real;
    case SQLITE_TEXT:
      return Type::text;
    case SQLITE_BLOB:
      return Type::blob;
    default:
      return Type::null;
  }
}

std::string_view SqliteResultValue::text(Type type) const {
  if (type == Type::blob) return as_text(bytes());
  // Asked in this order: the second counts what the first converted.
  const auto* const at = reinterpret_cast<const std::byte*>(sqlite3_value_text(value_));
  if (at == nullptr) return {};
  return as_text({at, static_cast<std::size_t>(sqlite3_value_bytes(value_))});
}

Bytes SqliteResultValue::bytes() const {
  const auto* const at = static_cast<const std::byte*>(sqlite3_value_blob(value_));
  if (at == nullptr) return {};
  return {at, static_cast<std::size_t>(sqlite3_value_bytes(value_))};
}

void SqliteStatement::bind(int parameter, std::string_view value) {
  sqlite3_bind_text64(stmt_.get(), parameter, value.data(), value.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
}

Result<void> SqliteDatabase::restrict(std::uint64_t size) {
  sqlite3* const db = db_.get();
  for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                      {SQLITE_DBCONFIG_DQS_DML, 0},
                                      {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                      {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}})
    sqlite3_db_config(db, option, value, nullptr);
  // 8 MB of pages: a history's visits name its pages in no order, and with 2 MB each was read anew.
  sqlite3_exec(db, "PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8000",
               nullptr, nullptr, nullptr);
  for (const auto& [limit, value] : {std::pair{SQLITE_LIMIT_LENGTH, kLongest},
                                     {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
                                     {SQLITE_LIMIT_VDBE_OP, 100'000},
                                     {SQLITE_LIMIT_EXPR_DEPTH, 200},
                                     {SQLITE_LIMIT_COMPOUND_SELECT, 20},
                                     {SQLITE_LIMIT_ATTACHED, 0},
                                     {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
                                     {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
                                     {SQLITE_LIMIT_WORKER_THREADS, 0}})
    sqlite3_limit(db, limit, value);
  // Code for full-text and spatial tables is not for bytes that somebody prepared.
  const char* kept[] = {"json_each", "json_tree", nullptr};
  sqlite3_drop_modules(db, kept);
  const auto bytes = static_cast<std::int64_t>(std::min<std::uint64_t>(size, 1ULL << 50));
  budget_ = std::make_unique<Budget>(kLeastSteps + kStepsPerByte * bytes);
  sqlite3_progress_handler(db, kStepsAtOnce, count_steps, &budget_->steps);
  if (sqlite3_set_authorizer(db, authorize, nullptr) != SQLITE_OK)
    return fail(Errc::io, "SQLite cannot be restricted");
  return {};
}

Result<SqliteDatabase> SqliteDatabase::open(const Content& database, const Content* wal,
                                            const Content* journal) {
  // Counting memory takes one lock for all threads at each allocation, and nobody asks for it.
  static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(uncounted);
  SqliteDatabase out;
  out.vfs_ = std::make_unique<SqliteVfs>(TRY(SqlitePages::open(database, wal, journal)));
  out.db_.reset(out.vfs_->connect());
  if (out.db_ == nullptr) return fail(Errc::io, "SQLite cannot open the database");
  const SqlitePages& pages = out.vfs_->pages();
  TRY(out.restrict(std::uint64_t{pages.last_readable()} * pages.page_size()));
  return out;
}

Result<SqliteDatabase> SqliteDatabase::adopt(sqlite3* connection) {
  SqliteDatabase out;
  out.db_.reset(connection);
  TRY(out.restrict(std::uint64_t{1} << 30));
  return out;
}

Result<SqliteStatement> SqliteDatabase::prepare(std::string_view sql) {
  sqlite3_stmt* made = nullptr;
  const int rc =
      sqlite3_prepare_v2(db_.get(), sql.data(), static_cast<int>(sql.size()), &made, nullptr);
  if (rc != SQLITE_OK || made == nullptr) return std::unexpected(sqlite_error(rc));
  return SqliteStatement(made);
}

// The pages themselves cannot be written to: SqliteVfs has no way to.
void SqliteDatabase::let_write(bool temporary) {
  sqlite3_set_authorizer(db_.get(), temporary ? nullptr : authorize, nullptr);
}

std::string_view SqliteDatabase::table_of(const SqliteStatement& statement, int column) {
  const char* const name = sqlite3_column_table_name(statement.stmt_.get(), column);
  return name == nullptr ? std::string_view() : name;
}

Result<void> SqliteDatabase::check_schema() {
  auto all = TRY(prepare("SELECT name, sql FROM sqlite_schema"));
  while (TRY(all.step())) {
  }
  return {};
}

}  // namespace bridle
