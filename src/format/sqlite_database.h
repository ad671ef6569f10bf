// SQL over a database of evidence: reading only, bounded in steps and memory, deaf to what a
// hostile schema asks for.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

#include "format/sqlite_vfs.h"

namespace bridle {

// One value of a row, until the next step. Asked for once and then looked at: SQLite checks the
// whole statement at each question about a column.
class SqliteResultValue {
 public:
  enum class Type : std::uint8_t { null, integer, real, text, blob };

  explicit SqliteResultValue(sqlite3_value* value) : value_(value) {}
  Type type() const;
  std::int64_t integer() const { return sqlite3_value_int64(value_); }
  double real() const { return sqlite3_value_double(value_); }
  // Numbers are written out; text may be no valid UTF-8.
  std::string_view text() const { return text(type()); }
  std::string_view text(Type type) const;  // if it is known by now
  Bytes bytes() const;
  sqlite3_value* get() const { return value_; }

 private:
  sqlite3_value* value_;
};

// Must end before its database.
class SqliteStatement {
 public:
  // True: a row is there. False: no more. Errc::malformed: the database is damaged here;
  // Errc::truncated: a page is missing; Errc::too_large: beyond the bounds of steps or memory.
  Result<bool> step();

  int columns() const { return sqlite3_column_count(stmt_.get()); }
  SqliteResultValue value(int column) const {
    return SqliteResultValue(sqlite3_column_value(stmt_.get(), column));
  }
  std::int64_t integer(int column) const { return sqlite3_column_int64(stmt_.get(), column); }
  std::string_view text(int column) const { return value(column).text(); }
  Bytes bytes(int column) const { return value(column).bytes(); }

  void bind(int parameter, std::int64_t value) {
    sqlite3_bind_int64(stmt_.get(), parameter, value);
  }
  void bind(int parameter, std::string_view value);  // the text must outlive the steps
  void reset() { sqlite3_reset(stmt_.get()); }

 private:
  friend class SqliteDatabase;
  struct Finalize {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  explicit SqliteStatement(sqlite3_stmt* s) : stmt_(s) {}

  std::unique_ptr<sqlite3_stmt, Finalize> stmt_;
};

// True for errors that more of the database may lie behind: see sqlite_rebuild.h.
inline bool is_damage(const Error& e) {
  return e.code == Errc::malformed || e.code == Errc::truncated || e.code == Errc::io;
}

class SqliteDatabase {
 public:
  // As SqlitePages::open(); a database whose schema cannot be read still opens.
  static Result<SqliteDatabase> open(const Content& database, const Content* wal = nullptr,
                                     const Content* journal = nullptr);

  // Over a database that was built in memory.
  static Result<SqliteDatabase> adopt(sqlite3* connection);

  // One SELECT. Errc::unsupported: it does not fit the schema, message() says why; damage is told
  // as by step().
  Result<SqliteStatement> prepare(std::string_view sql);

  // What SQLite said last.
  std::string_view message() const { return sqlite3_errmsg(db_.get()); }

  // Whether the list of tables can be read to its end.
  Result<void> check_schema();

  // Runs `work`, which may make temporary tables: all else of the database stays as it is.
  template <class Work>
  auto with_temporary_tables(Work work) {
    let_write(true);
    auto out = work();
    let_write(false);
    return out;
  }

  // The table that a column of a statement comes from; empty if it is computed.
  static std::string_view table_of(const SqliteStatement& statement, int column);

  sqlite3* connection() { return db_.get(); }
  SqlitePages& pages() { return vfs_->pages(); }  // not for adopted ones

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };
  struct Budget {
    std::int64_t steps;
  };
  SqliteDatabase() = default;
  Result<void> restrict(std::uint64_t size);
  void let_write(bool temporary);

  std::unique_ptr<SqliteVfs> vfs_;  // before the connection: it ends later
  std::unique_ptr<Budget> budget_;
  std::unique_ptr<sqlite3, Close> db_;
};

// What an SQLite result code means for evidence.
Error sqlite_error(int code);

// Letters, digits and quotes as SQL writes a name.
std::string sql_name(std::string_view name);

}  // namespace bridle
