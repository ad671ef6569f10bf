#include "format/sqlite_table_writer.h"

#include <algorithm>

#include "base/text.h"
#include "format/sqlite_database.h"

namespace bridle {
namespace {

// A name of the row number that no column has taken.
std::string_view rowid_name(const std::vector<SqliteColumn>& columns) {
  for (const std::string_view name : {"rowid", "_rowid_", "oid"})
    if (std::ranges::none_of(columns, [&](const auto& c) { return iequals(c.name, name); }))
      return name;
  return {};
}

}  // namespace

Result<SqliteTableWriter> SqliteTableWriter::create(sqlite3* db, std::string_view table,
                                                    std::vector<SqliteColumn> columns,
                                                    const std::set<std::string>& wanted) {
  return create_in("main.", db, table, std::move(columns), wanted);
}

Result<SqliteTableWriter> SqliteTableWriter::create_temporary(sqlite3* db, std::string_view table,
                                                              std::vector<SqliteColumn> columns,
                                                              const std::set<std::string>& wanted) {
  return create_in("temp.", db, table, std::move(columns), wanted);
}

Result<SqliteTableWriter> SqliteTableWriter::create_in(std::string_view schema, sqlite3* db,
                                                       std::string_view table,
                                                       std::vector<SqliteColumn> columns,
                                                       const std::set<std::string>& wanted) {
  SqliteTableWriter out;
  out.table_ = sql_name(table);
  const bool has_alias = std::ranges::count(columns, true, &SqliteColumn::is_rowid) > 0;
  const std::string_view rowid = has_alias ? std::string_view() : rowid_name(columns);
  const std::string place = std::string(schema) + out.table_ + "(";
  std::string create = "CREATE TABLE " + place;
  std::string marks = rowid.empty() ? "" : "?1, ";
  if (!rowid.empty()) out.names_.append(rowid).append(", ");
  out.kept_names_ = out.names_;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const SqliteColumn& c = columns[i];
    const bool last = i + 1 == columns.size();
    const std::string_view comma = last ? ")" : ", ";
    const std::string column = sql_name(c.name);
    create.append(column).append(" ").append(name(c.affinity));
    create.append(c.is_rowid ? " PRIMARY KEY" : "").append(comma);
    out.names_.append(column).append(last ? "" : ", ");
    marks.append("?").append(std::to_string(c.is_rowid ? 1 : i + 2)).append(comma);
    out.kept_.push_back(wanted.contains(lower(c.name)));
    out.kept_names_.append(out.kept_.back() || c.is_rowid ? column : "NULL")
        .append(last ? "" : ", ");
  }
  if (sqlite3_exec(db, create.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return fail(Errc::unsupported, "a table cannot be made again");
  sqlite3_stmt* made = nullptr;
  const std::string insert = "INSERT OR IGNORE INTO " + place + out.names_ + ") VALUES(" + marks;
  sqlite3_prepare_v2(db, insert.c_str(), -1, &made, nullptr);
  if (made == nullptr) return fail(Errc::unsupported, "a table cannot be made again");
  out.insert_.reset(made);
  out.columns_ = std::move(columns);
  return out;
}

Result<void> SqliteTableWriter::add_hidden() {
  const std::string insert = "INSERT OR IGNORE INTO temp." + table_ + "(" + names_ + ") SELECT " +
                             kept_names_ + " FROM main." + table_;
  const int rc =
      sqlite3_exec(sqlite3_db_handle(insert_.get()), insert.c_str(), nullptr, nullptr, nullptr);
  if (rc != SQLITE_OK) return std::unexpected(sqlite_error(rc));
  return {};
}

void SqliteTableWriter::bind(int parameter, const SqliteValue& value, SqliteText encoding) {
  using Type = SqliteValue::Type;
  sqlite3_stmt* const to = insert_.get();
  switch (value.type) {
    case Type::null:
      return;
    case Type::integer:
      sqlite3_bind_int64(to, parameter, value.integer);
      return;
    case Type::real:
      sqlite3_bind_double(to, parameter, value.real);
      return;
    case Type::blob:
      sqlite3_bind_blob64(to, parameter, value.bytes.data(), value.bytes.size(), SQLITE_STATIC);
      break;
    case Type::text: {
      const std::string_view text = text_of(value.bytes, encoding, converted_);
      // The converted text is written over by the next one.
      sqlite3_bind_text64(to, parameter, text.empty() ? "" : text.data(), text.size(),
                          encoding == SqliteText::utf8 ? SQLITE_STATIC : SQLITE_TRANSIENT,
                          SQLITE_UTF8);
      break;
    }
  }
  bytes_ += value.bytes.size();
}

// Only literals: an expression out of evidence is not evaluated.
void SqliteTableWriter::bind_fallback(int parameter, std::string_view sql) {
  if (const auto n = number(sql)) {
    sqlite3_bind_int64(insert_.get(), parameter, *n);
  } else if (sql.size() >= 2 && sql.front() == '\'' && sql.back() == '\'') {
    const std::string_view text = sql.substr(1, sql.size() - 2);
    sqlite3_bind_text64(insert_.get(), parameter, text.data(), text.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
  }
}

SqliteTableWriter::Put SqliteTableWriter::put(std::int64_t rowid, Bytes record,
                                              SqliteText encoding) {
  const auto read = read_record(record, values_);
  if (values_.empty()) return Put::not_at_all;
  sqlite3_stmt* const to = insert_.get();
  sqlite3_reset(to);
  sqlite3_clear_bindings(to);
  sqlite3_bind_int64(to, 1, rowid);
  std::size_t at = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const SqliteColumn& column = columns_[i];
    if (!column.stored) continue;
    const int parameter = static_cast<int>(i) + 2;
    const bool keep = kept_[i] && !column.is_rowid;
    if (at < values_.size() && keep) bind(parameter, values_[at], encoding);
    // A whole record with too few values is older than the column.
    if (at >= values_.size() && keep && read) bind_fallback(parameter, column.fallback);
    ++at;
  }
  bytes_ += 32;  // about what SQLite needs for a row
  const int changes = sqlite3_total_changes(sqlite3_db_handle(to));
  sqlite3_step(to);
  if (sqlite3_total_changes(sqlite3_db_handle(to)) == changes) return Put::not_at_all;
  return read && values_.size() <= at ? Put::whole : Put::partly;
}

}  // namespace bridle
