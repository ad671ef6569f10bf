#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cmath>
#include <map>
#include <memory>
#include <string>

#include "sink/export.h"
#include "sink/json.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr int kVersion = 1;  // of the tables: PRAGMA user_version

std::string sql_name(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}

std::string type_of(Kind kind) {
  if (kind == Kind::number) return "INTEGER";
  return kind == Kind::real ? "REAL" : "TEXT";
}

// One database that is being written. The first failure ends all work.
class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() {
    statements_.clear();
    sqlite3_close(db_);
  }

  // An empty file must be there.
  bool open(const fs::path& path) {
    return sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                           "unix") == SQLITE_OK;
  }

  void run(const std::string& sql) {
    if (!failed_) failed_ = sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK;
  }

  // Binds the values to the statement's parameters in order, and runs it.
  void insert(const std::string& sql, std::span<const Value> values) {
    sqlite3_stmt* const statement = prepared(sql);
    for (std::size_t i = 0; i < values.size() && !failed_; ++i)
      failed_ = bind(statement, static_cast<int>(i) + 1, values[i]) != SQLITE_OK;
    if (failed_) return;
    failed_ = sqlite3_step(statement) != SQLITE_DONE || sqlite3_reset(statement) != SQLITE_OK;
  }

  bool close() {
    statements_.clear();
    const bool closed = sqlite3_close(std::exchange(db_, nullptr)) == SQLITE_OK;
    return closed && !failed_;
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };

  sqlite3_stmt* prepared(const std::string& sql) {
    auto& statement = statements_[sql];
    if (!statement && !failed_) {
      sqlite3_stmt* made = nullptr;
      failed_ = sqlite3_prepare_v2(db_, sql.c_str(), -1, &made, nullptr) != SQLITE_OK;
      statement.reset(made);
    }
    return statement.get();
  }

  static int bind(sqlite3_stmt* to, int at, const Value& value) {
    if (const auto* n = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(to, at, *n);
    if (const auto* d = std::get_if<double>(&value); d && std::isfinite(*d))
      return sqlite3_bind_double(to, at, *d);
    std::string_view text;
    std::string time;
    if (const auto* s = std::get_if<std::string_view>(&value)) text = *s;
    if (const auto* t = std::get_if<Time>(&value)) text = time = iso8601(*t);
    if (text.data() == nullptr) return sqlite3_bind_null(to, at);
    return sqlite3_bind_text64(to, at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }

  sqlite3* db_ = nullptr;
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>> statements_;
  bool failed_ = false;
};

std::string create_table(const SharedTable& table) {
  std::string out = "CREATE TABLE " + sql_name(table.name) +
                    "(exhibit TEXT, file_path TEXT, file_domain TEXT, file_sha256 TEXT, "
                    "\"row\" INTEGER, recovered TEXT";
  for (const StoredField& field : table.fields)
    out.append(", ").append(sql_name(field.name)).append(" ").append(type_of(field.kind));
  return out + ") STRICT";
}

std::string insert_into(const SharedTable& table) {
  std::string out = "INSERT INTO " + sql_name(table.name) + " VALUES(?,?,?,?,?,?";
  for (std::size_t i = 0; i < table.fields.size(); ++i) out += ",?";
  return out + ")";
}

Value text_or_null(std::string_view text) {
  return text.empty() ? Value() : Value(text);
}

std::string finding_ids(const std::vector<std::size_t>& findings) {
  std::string out;
  for (const std::size_t i : findings) out += (out.empty() ? "" : " ") + finding_id(i);
  return out;
}

// Its events, one for each of its times.
void add_events(Database& db, const SharedTable& table, const SharedRow& row, std::int64_t rowid) {
  const std::string findings = finding_ids(row.findings);
  for (std::size_t i = 0; i < row.record.values.size(); ++i) {
    if (!std::holds_alternative<Time>(row.record.values[i])) continue;
    const Value event[] = {row.record.values[i],
                           row.record.exhibit,
                           std::string_view(table.name),
                           rowid,
                           std::string_view(table.fields[i].name),
                           text_or_null(findings)};
    db.insert("INSERT INTO events VALUES(?,?,?,?,?,?)", event);
  }
}

enum class Events : std::uint8_t { none, each_time };

Result<void> write_table(Database& db, SharedTable& table, Events events) {
  db.run(create_table(table));
  const std::string insert = insert_into(table);
  std::vector<Value> values;
  std::int64_t rows = 0;
  for (;;) {
    const auto row = TRY(table.next());
    if (!row) break;
    const StoredRecord& record = row->record;
    values = {text_or_null(record.exhibit),          text_or_null(record.path),
              text_or_null(record.domain),           text_or_null(record.sha256),
              static_cast<std::int64_t>(record.row), text_or_null(record.recovered)};
    values.insert(values.end(), record.values.begin(), record.values.end());
    db.insert(insert, values);
    ++rows;
    if (events == Events::each_time) add_events(db, table, *row, rows);
  }
  const Value about[] = {std::string_view(table.name), std::string_view(table.title), rows,
                         std::string_view(table.row), text_or_null(table.table)};
  db.insert("INSERT INTO tables VALUES(?,?,?,?,?)", about);
  for (const StoredField& field : table.fields) {
    const Value described[] = {std::string_view(table.name), std::string_view(field.name),
                               name(field.kind), std::string_view(field.doc)};
    db.insert("INSERT INTO fields VALUES(?,?,?,?)", described);
  }
  return {};
}

Result<void> write_all(Database& db, SharedCase& shared) {
  // Pages are filled in the order of the statements: the same statements give the same file.
  db.run("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN");
  db.run(
      "CREATE TABLE tables(name TEXT, title TEXT, rows INTEGER, row TEXT, store_table TEXT) "
      "STRICT");
  db.run("CREATE TABLE fields(\"table\" TEXT, name TEXT, kind TEXT, doc TEXT) STRICT");
  db.run(
      "CREATE TABLE events(time TEXT, exhibit TEXT, artefact TEXT, record INTEGER, field TEXT, "
      "findings TEXT) STRICT");
  for (SharedTable& table : case_tables(shared)) TRY(write_table(db, table, Events::none));
  TRY(shared.each_artefact(
      [&](SharedTable& table) { return write_table(db, table, Events::each_time); }));
  db.run("CREATE INDEX events_by_time ON events(time)");
  db.run("PRAGMA user_version=" + std::to_string(kVersion) + "; COMMIT");
  return {};
}

}  // namespace

Result<void> export_sqlite(SharedCase& shared, const fs::path& output) {
  fs::path part = output;
  part += ".part";
  const int fd = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0) return fail(Errc::io, "a file cannot be created");
  ::close(fd);
  std::error_code failed;
  Database db;
  Result<void> done =
      db.open(part) ? write_all(db, shared) : fail(Errc::io, "a database cannot be made");
  if (!db.close() && done) done = fail(Errc::io, "the database cannot be written");
  if (done) fs::rename(part, output, failed);
  if (failed) done = fail(Errc::io, "a file cannot be written");
  if (!done) fs::remove(part, failed);
  return done;
}

}  // namespace bridle
