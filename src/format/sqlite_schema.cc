#include "format/sqlite_schema.h"

#include <algorithm>

#include "base/text.h"
#include "format/sqlite_database.h"

namespace bridle {
namespace {

// https://www.sqlite.org/datatype3.html#determination_of_column_affinity
SqliteAffinity affinity_of(std::string_view declared) {
  const std::string type = lower(declared);
  const auto has = [&](std::string_view what) { return contains(type, what); };
  if (has("int")) return SqliteAffinity::integer;
  if (has("char") || has("clob") || has("text")) return SqliteAffinity::text;
  if (type.empty() || has("blob")) return SqliteAffinity::blob;
  if (has("real") || has("floa") || has("doub")) return SqliteAffinity::real;
  return SqliteAffinity::numeric;
}

// Only what CREATE TABLE and CREATE INDEX themselves need.
int authorize_create(void* /*unused*/, int action, const char* /*a*/, const char* /*b*/,
                     const char* /*database*/, const char* /*view*/) {
  switch (action) {
    case SQLITE_CREATE_TABLE:
    case SQLITE_CREATE_INDEX:
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_READ:
    case SQLITE_REINDEX:
      return SQLITE_OK;
    default:
      return SQLITE_DENY;
  }
}

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
};

std::string_view column_text(sqlite3_stmt* row, int column) {
  const auto* const text = static_cast<const char*>(sqlite3_column_blob(row, column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
}

bool create(sqlite3* db, std::string_view sql) {
  sqlite3_stmt* made = nullptr;
  sqlite3_set_authorizer(db, authorize_create, nullptr);
  const int rc = sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &made, nullptr);
  const bool done = rc == SQLITE_OK && made != nullptr && sqlite3_step(made) == SQLITE_DONE;
  sqlite3_finalize(made);
  sqlite3_set_authorizer(db, nullptr, nullptr);
  return done;
}

// The table that a CREATE TABLE statement declares, alone in a database in memory.
using Memory = std::unique_ptr<sqlite3, Close>;
Result<Memory> empty_table(std::string_view create_table) {
  sqlite3* opened = nullptr;
  const bool open = sqlite3_open(":memory:", &opened) == SQLITE_OK;
  Memory db(opened);
  if (!open) return fail(Errc::io, "SQLite cannot open a database in memory");
  sqlite3_db_config(db.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_limit(db.get(), SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
  if (create_table.size() > (1 << 20) || !create(db.get(), create_table))
    return fail(Errc::unsupported, "a table's definition cannot be understood");
  return db;
}

}  // namespace

std::string_view name(SqliteAffinity affinity) {
  constexpr std::string_view kNames[] = {"TEXT", "NUMERIC", "INTEGER", "REAL", "BLOB"};
  return kNames[static_cast<std::size_t>(affinity)];
}

Result<std::vector<SqliteColumn>> columns_of(std::string_view create_table) {
  constexpr const char* kColumns =
      "SELECT x.name, x.type, x.dflt_value, x.pk, x.hidden FROM sqlite_schema t,"
      " pragma_table_xinfo(t.name) x WHERE t.type = 'table' AND t.name <> 'sqlite_sequence' ORDER "
      "BY x.cid";
  const auto db = TRY(empty_table(create_table));
  sqlite3_stmt* rows = nullptr;
  if (sqlite3_prepare_v2(db.get(), kColumns, -1, &rows, nullptr) != SQLITE_OK)
    return fail(Errc::unsupported, "a table's definition cannot be understood");
  std::vector<SqliteColumn> columns;
  int keys = 0;
  while (sqlite3_step(rows) == SQLITE_ROW) {
    const int hidden = sqlite3_column_int(rows, 4);
    const int key = sqlite3_column_int(rows, 3);
    keys += key > 0 ? 1 : 0;
    columns.push_back({.name = std::string(column_text(rows, 0)),
                       .affinity = affinity_of(column_text(rows, 1)),
                       .is_rowid = key == 1 && iequals(column_text(rows, 1), "INTEGER"),
                       .stored = hidden != 2,
                       .fallback = std::string(column_text(rows, 2))});
  }
  sqlite3_finalize(rows);
  if (keys > 1)
    for (SqliteColumn& column : columns) column.is_rowid = false;
  return columns;
}

std::vector<SqliteIndexColumns> indexes_of(std::string_view create_table,
                                           const std::vector<std::string>& create_indexes) {
  constexpr const char* kIndexes =
      "SELECT l.name, x.cid FROM sqlite_schema t, pragma_index_list(t.name) l,"
      " pragma_index_xinfo(l.name) x WHERE t.type = 'table' AND l.[unique] = 1 AND x.key = 1"
      " ORDER BY l.seq, x.seqno";
  const auto db = empty_table(create_table);
  if (!db) return {};
  for (const std::string& sql : create_indexes) create(db->get(), sql);
  sqlite3_stmt* rows = nullptr;
  if (sqlite3_prepare_v2(db->get(), kIndexes, -1, &rows, nullptr) != SQLITE_OK) return {};
  std::vector<SqliteIndexColumns> out;
  while (sqlite3_step(rows) == SQLITE_ROW) {
    const std::string_view name = column_text(rows, 0);
    if (out.empty() || out.back().name != name) out.push_back({std::string(name), {}});
    out.back().columns.push_back(static_cast<std::size_t>(sqlite3_column_int64(rows, 1)));
  }
  sqlite3_finalize(rows);
  const auto by_expression = [](const SqliteIndexColumns& i) {
    return std::ranges::any_of(i.columns, [](std::size_t c) { return c > 0xffff; });
  };
  std::erase_if(out, by_expression);
  return out;
}

bool create_index(sqlite3* db, std::string_view sql) {
  return create(db, sql);
}

std::string_view text_of(Bytes text, SqliteText encoding, std::string& into) {
  if (encoding == SqliteText::utf8) return as_text(text);
  into = encoding == SqliteText::utf16le ? utf16le(text) : utf16be(text);
  return into;
}

SqliteObject schema_object(Bytes record, SqliteText encoding) {
  std::vector<SqliteValue> values;
  // A definition whose end is lost is none, but its root still tells which pages are not others'.
  if (!read_record(record, values) && values.size() < 4) return {};
  SqliteObject object;
  if (values.size() < 4 || values[0].type != SqliteValue::Type::text) return object;
  std::string* const texts[] = {&object.type, &object.name, &object.table};
  std::string into;
  for (std::size_t i = 0; i < 3; ++i) *texts[i] = text_of(values[i].bytes, encoding, into);
  object.root = static_cast<std::uint32_t>(values[3].integer);
  if (values.size() > 4) object.sql = text_of(values[4].bytes, encoding, into);
  return object;
}

}  // namespace bridle
