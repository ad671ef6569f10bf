// The deleted rows are put into temporary tables, which hide the database's own of the same name,
// so that the query needs no change. Several forms of one row come one after the other.
#include "format/sqlite_recover.h"

#include <algorithm>
#include <limits>
#include <map>

#include "base/text.h"
#include "format/sqlite_names.h"
#include "format/sqlite_table_writer.h"

namespace bridle {
namespace {

constexpr std::uint64_t kMostHidden = std::uint64_t{64} << 20;  // bytes of a table to be copied
constexpr std::size_t kMostForms = 32;
constexpr std::int64_t kLost = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMostLost = std::int64_t{1} << 32;

// Whether a name occurs more than once in a FROM clause: a table that is joined with itself.
bool occurs_again(std::string_view from, std::string_view name) {
  std::size_t n = 0;
  const std::string text = lower(from), word = lower(name);
  const auto in_name = [](char c) { return is_alnum(c) || c == '_' || c == '$'; };
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const bool before = at > 0 && in_name(text[at - 1]);
    const bool after = at + word.size() < text.size() && in_name(text[at + word.size()]);
    n += !before && !after;
  }
  return n > 1;
}

class Recover {
 public:
  using OnRow = std::function<bool(const SqliteStatement&, const SqliteRecovered&)>;
  Recover(SqliteDatabase& database, const SqliteSelect& query, std::string sql, const OnGap& on_gap)
      : database_(database),
        query_(query),
        sql_(std::move(sql)),
        wanted_(sql_names(sql_)),
        on_gap_(on_gap) {}

  Result<void> run(std::string_view primary, const OnRow& on_row);

 private:
  using Form = std::map<std::int64_t, const SqliteDeletedRow*>;  // of rows by number

  std::vector<Form> forms(const SqliteDeletedTable& table);
  Result<SqliteTableWriter> hide(const SqliteDeletedTable& table);
  Result<void> hide_joined(const SqliteDeletedTable& table);
  Result<void> hide_primary(const SqliteDeletedTable& table, const Form& form);
  Result<void> add_hidden(const SqliteDeletedTable& table, SqliteTableWriter& writer);
  Result<bool> give(const Form& form, const OnRow& on_row);

  SqliteDatabase& database_;
  const SqliteSelect& query_;
  std::string sql_;
  std::set<std::string> wanted_;
  const OnGap& on_gap_;
};

// A number that is lost is made up: far below all that are in use.
std::vector<Recover::Form> Recover::forms(const SqliteDeletedTable& table) {
  std::vector<Form> out;
  std::map<std::int64_t, std::size_t> seen;
  std::int64_t lost = kLost;
  std::uint64_t left_out = 0;
  for (const SqliteDeletedRow& row : table.rows) {
    const std::int64_t number = row.rowid ? *row.rowid : ++lost;
    const std::size_t form = seen[number]++;
    if (form >= kMostForms || (!row.rowid && !is_lost(number))) {
      ++left_out;
      continue;
    }
    if (form == out.size()) out.emplace_back();
    out[form].emplace(number, &row);
  }
  if (left_out > 0)
    on_gap_(0, "further old forms of rows of " + table.name + ": " + std::to_string(left_out));
  return out;
}

Result<SqliteTableWriter> Recover::hide(const SqliteDeletedTable& table) {
  const std::string drop = "DROP TABLE IF EXISTS temp." + sql_name(table.name);
  sqlite3_exec(database_.connection(), drop.c_str(), nullptr, nullptr, nullptr);
  return SqliteTableWriter::create_temporary(database_.connection(), table.name, table.columns,
                                             wanted_);
}

Result<void> Recover::add_hidden(const SqliteDeletedTable& table, SqliteTableWriter& writer) {
  if (table.pages * database_.pages().page_size() <= kMostHidden) return writer.add_hidden();
  on_gap_(0, table.name + " is too large to be joined with deleted rows");
  return {};
}

// Rows of other tables: what they still hold, and of what they held the first form that was found.
Result<void> Recover::hide_joined(const SqliteDeletedTable& table) {
  if (table.pages * database_.pages().page_size() > kMostHidden) return {};
  auto writer = TRY(hide(table));
  TRY(writer.add_hidden());
  for (const SqliteDeletedRow& row : table.rows)
    if (row.rowid) writer.put(*row.rowid, row.record, database_.pages().text());
  return {};
}

Result<void> Recover::hide_primary(const SqliteDeletedTable& table, const Form& form) {
  auto writer = TRY(hide(table));
  for (const auto& [number, row] : form) writer.put(number, row->record, database_.pages().text());
  if (occurs_again(query_.from, table.name)) return add_hidden(table, writer);
  return {};
}

Result<bool> Recover::give(const Form& form, const OnRow& on_row) {
  auto rows = TRY(database_.prepare(sql_));
  while (TRY(rows.step())) {
    const auto at = form.find(rows.integer(0));
    if (at == form.end()) continue;  // the table still holds it
    if (!on_row(rows, {.rowid = at->second->rowid, .place = at->second->place})) return false;
  }
  return true;
}

Result<void> Recover::run(std::string_view primary, const OnRow& on_row) {
  const auto tables = deleted_rows(database_.pages(), sql_, primary, on_gap_);
  const auto of_primary = [&](const SqliteDeletedTable& t) { return iequals(t.name, primary); };
  const auto at = std::ranges::find_if(tables, of_primary);
  if (at == tables.end()) return {};
  const auto hide_others = [&]() -> Result<void> {
    for (const SqliteDeletedTable& table : tables)
      if (!of_primary(table)) TRY(hide_joined(table));
    return {};
  };
  TRY(database_.with_temporary_tables(hide_others));
  for (const Form& form : forms(*at)) {
    TRY(database_.with_temporary_tables([&] { return hide_primary(*at, form); }));
    if (!TRY(give(form, on_row))) break;
  }
  return {};
}

}  // namespace

bool is_lost(std::int64_t number) {
  return number < kLost + kMostLost;
}

Result<void> recover(
    SqliteDatabase& database, const SqliteSelect& query,
    const std::function<bool(const SqliteStatement& row, const SqliteRecovered& from)>& on_row,
    const OnGap& on_gap) {
  std::string sql = sql_of(query);
  std::string primary;
  {
    const auto statement = TRY(database.prepare(sql));
    primary = SqliteDatabase::table_of(statement, 0);
  }
  if (primary.empty()) return {};
  return Recover(database, query, std::move(sql), on_gap).run(primary, on_row);
}

}  // namespace bridle
