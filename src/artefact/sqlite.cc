#include "artefact/sqlite.h"

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "artefact/sqlite_functions.h"
#include "base/text.h"
#include "format/sqlite_progress.h"
#include "format/sqlite_rebuild.h"
#include "format/sqlite_recover.h"

namespace bridle {
namespace {

using Type = SqliteResultValue::Type;

// How the value of a field is asked for: of some functions SQLite is only asked for what they are
// given, as a call from SQL costs more than they do, and copies texts.
struct Shape {
  std::string sql;            // NULL if the field has none
  TimeOf time = nullptr;      // what makes a time of it
  bool may_be_bytes = false;  // bytes that are no text are nothing, and not odd
};

// What stands in the brackets of `name(…)`, if that is all.
std::optional<std::string_view> argument(std::string_view sql, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < sql.size(); ++i) {
    depth += sql[i] == '(' ? 1 : sql[i] == ')' ? -1 : 0;
    if (sql[i] == '\'' || (depth == 0 && i + 1 < sql.size())) return {};
  }
  return sql.substr(open + 1, sql.size() - open - 2);
}

Shape shape_of(const Field& field) {
  const std::string_view sql = field.sql == nullptr ? "NULL" : field.sql;
  Shape as_is{.sql = std::string(sql)};
  const auto open = sql.find('(');
  if (open == std::string_view::npos || !sql.ends_with(')')) return as_is;
  const auto inner = argument(sql, open);
  if (!inner) return as_is;
  const std::string_view function = sql.substr(0, open);
  if (field.kind == Kind::time)
    if (const TimeOf time = time_function(function))
      return {.sql = std::string(*inner), .time = time};
  if (function == "bytes_text" && field.kind != Kind::time && field.kind != Kind::number &&
      field.kind != Kind::real)
    return {.sql = std::string(*inner), .may_be_bytes = true};
  return as_is;
}

class Extraction {
 public:
  Extraction(std::span<const Query> queries, std::span<const Field> fields, Rows& out)
      : queries_(queries), fields_(fields), out_(out), odd_(fields.size()), told_(fields.size()) {
    values_.resize(fields.size());
    mended_.resize(fields.size());
    for (const Field& field : fields) shapes_.push_back(shape_of(field));
  }

  // All rows behind those which an earlier call gave.
  Result<void> run(SqliteDatabase& db);

  // The rows that the database held once, of the query that run() chose.
  Result<void> recover(SqliteDatabase& db);

  // Whether fields had values of a wrong type, or functions such as they could not read: once for
  // each.
  void tell_oddities();

 private:
  using Counts = std::vector<std::uint64_t>;

  Result<const Query*> choose(SqliteDatabase& db);
  Result<std::string> columns(SqliteDatabase& db, const Query& query);
  void push(const SqliteStatement& row, RowOrigin origin);
  void place(const UnreadForms& forms, std::uint64_t row);
  void add(const UnreadForms& forms);
  Value value(const SqliteResultValue& stored, std::size_t field);
  Value text(const SqliteResultValue& stored, Type type, std::size_t field);
  Value time(const SqliteResultValue& stored, std::size_t field);
  Value odd(std::size_t field) {
    ++odd_[field];
    return {};
  }

  std::span<const Query> queries_;
  std::span<const Field> fields_;
  Rows& out_;
  SqliteProgress reached_;
  SqliteSelect select_;
  std::vector<Shape> shapes_;
  std::vector<Value> values_;
  std::vector<std::string> mended_;
  Counts odd_;              // values that do not fit the field's kind
  std::vector<bool> told_;  // that the field is missing
  UnreadForms unread_ = {};
  std::array<std::optional<std::uint64_t>, std::tuple_size_v<UnreadForms>> first_unread_;  // rows
};

std::string statement(std::string_view columns, const Query& query) {
  return "SELECT " + std::string(columns) + " FROM " + query.from;
}

Result<const Query*> Extraction::choose(SqliteDatabase& db) {
  std::string why;
  for (const Query& query : queries_) {
    const auto made = db.prepare(statement(query.row, query));
    if (made) return &query;
    if (made.error().code != Errc::unsupported) return std::unexpected(made.error());
    // "no such table: message"
    if (!contains(why, db.message())) why.append(why.empty() ? "" : "; ").append(db.message());
  }
  out_.gap(0, why);
  return fail(Errc::unsupported, "the database has none of the known forms");
}

// One for each field: NULL where the database has no such.
Result<std::string> Extraction::columns(SqliteDatabase& db, const Query& query) {
  const auto all = [&](auto one) {
    std::string out;
    for (std::size_t i = 0; i < fields_.size(); ++i) out.append(i > 0 ? ", " : "").append(one(i));
    return out;
  };
  const auto sql_of = [&](std::size_t i) -> std::string_view { return shapes_[i].sql; };
  std::string columns = all(sql_of);
  if (db.prepare(statement(columns, query))) return columns;
  std::vector<std::string_view> kept;
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const Field& f = fields_[i];
    const auto made = db.prepare(statement(sql_of(i), query));
    if (!made && made.error().code != Errc::unsupported) return std::unexpected(made.error());
    kept.push_back(made ? sql_of(i) : "NULL");
    if (made || f.need != Need::always || told_[i]) continue;
    told_[i] = true;
    out_.gap(0, std::string(f.name) + " is not in this database: " + std::string(db.message()));
  }
  return all([&](std::size_t i) { return kept[i]; });
}

Value Extraction::text(const SqliteResultValue& stored, Type type, std::size_t field) {
  const std::string_view raw = stored.text(type);
  const std::string_view valid = valid_utf8(raw, mended_[field]);
  // Bytes that are no text would only look like damaged text.
  if (type == Type::blob && valid.data() != raw.data())
    return shapes_[field].may_be_bytes ? Value() : odd(field);
  return valid;
}

Value Extraction::time(const SqliteResultValue& stored, std::size_t field) {
  const auto at = shapes_[field].time(stored.get());
  if (!at) return {};
  const auto t = time_at_us(at->us, 0);
  return t ? Value(*t) : odd(field);
}

Value Extraction::value(const SqliteResultValue& stored, std::size_t field) {
  const Type type = stored.type();
  if (type == Type::null) return {};
  switch (fields_[field].kind) {
    case Kind::time:
      if (shapes_[field].time != nullptr) return time(stored, field);
      if (type != Type::integer && type != Type::real) return odd(field);
      if (const auto t = time_at_us(stored.integer(), 0)) return *t;
      return odd(field);
    case Kind::number:
      if (type == Type::integer) {
        const std::int64_t n = stored.integer();
        return is_lost(n) ? Value() : Value(n);
      }
      if (type == Type::real && std::abs(stored.real()) < 9e18) return stored.integer();
      if (const auto n = number(trim(stored.text()))) return *n;
      return odd(field);
    case Kind::real:
      if (type == Type::integer || type == Type::real) return stored.real();
      if (const auto n = number(trim(stored.text()))) return static_cast<double>(*n);
      return odd(field);
    default:
      return text(stored, type, field);
  }
}

void Extraction::push(const SqliteStatement& row, RowOrigin origin) {
  const Counts before = origin.recovered.empty() ? Counts() : odd_;
  for (std::size_t i = 0; i < fields_.size(); ++i)
    values_[i] = value(row.value(static_cast<int>(i) + 1), i);
  if (origin.recovered.empty() || before == odd_) return out_.push(origin, values_);
  // What does not even hold values of the right sort was never a row.
  odd_ = before;
}

// A function is not told in which row it works, but runs just before that row is given.
void Extraction::place(const UnreadForms& forms, std::uint64_t row) {
  for (std::size_t i = 0; i < forms.size(); ++i)
    if (forms[i].values > 0 && !first_unread_[i]) first_unread_[i] = row;
}

// What is built again of a damaged database gives the values before the damage once more.
void Extraction::add(const UnreadForms& forms) {
  for (std::size_t i = 0; i < forms.size(); ++i)
    if (forms[i].values > unread_[i].values) unread_[i] = forms[i];
}

Result<void> Extraction::run(SqliteDatabase& db) {
  const UnreadForms& unread = add_functions(db.connection());
  const Query* const query = TRY(choose(db));
  select_ = {.columns = TRY(columns(db, *query)), .from = query->from, .row = query->row};
  const std::string sql = sql_of(select_);
  auto rows = TRY(db.prepare(sql));
  const auto read = reached_.run(rows, [&](const SqliteStatement& row) {
    const auto number = static_cast<std::uint64_t>(row.integer(0));
    push(row, number);
    place(unread, number);
    return !out_.stopped();
  });
  add(unread);
  return read;
}

Result<void> Extraction::recover(SqliteDatabase& db) {
  const auto on_row = [&](const SqliteStatement& row, const SqliteRecovered& from) {
    push(row, {from.rowid ? static_cast<std::uint64_t>(*from.rowid) : 0, from.place});
    return !out_.stopped();
  };
  return bridle::recover(db, select_, on_row,
                         [&](std::uint64_t at, std::string_view why) { out_.gap(at, why); });
}

void Extraction::tell_oddities() {
  for (std::size_t i = 0; i < odd_.size(); ++i)
    if (odd_[i] > 0)
      out_.gap(0, "values of " + std::string(fields_[i].name) + " that are no " +
                      std::string(name(fields_[i].kind)) + ": " + std::to_string(odd_[i]));
  for (std::size_t i = 0; i < unread_.size(); ++i) {
    if (unread_[i].values == 0) continue;
    std::string why = std::string(unread_[i].form) +
                      " that could not be read whole: " + std::to_string(unread_[i].values) +
                      ", the first";
    if (first_unread_[i]) why += " in row " + std::to_string(*first_unread_[i]);
    out_.gap(0, why + ": " + unread_[i].why);
  }
}

// Everything in which a table or column may be named.
std::string all_sql(std::span<const Query> queries, std::span<const Field> fields) {
  std::string sql;
  for (const Query& q : queries) sql.append(q.from).append(" ").append(q.row).append(" ");
  for (const Field& f : fields)
    if (f.sql != nullptr) sql.append(f.sql).append(" ");
  return sql;
}

}  // namespace

Result<void> sqlite_rows(const File& file, std::span<const Query> queries,
                         std::span<const Field> fields, Rows& out) {
  auto db = TRY(SqliteDatabase::open(*file.content, file.wal, file.journal));
  for (const Error& e : db.pages().problems()) out.gap(e.at, e.what);
  Extraction extraction(queries, fields, out);
  auto read = db.check_schema();
  if (read) read = extraction.run(db);
  if (read && !out.stopped())
    if (const auto recovered = extraction.recover(db); !recovered)
      out.gap(recovered.error().at, std::string("deleted rows: ") + recovered.error().what);
  if (!read && is_damage(read.error())) {
    out.gap(read.error().at, read.error().what);
    out.gap(0, "what was deleted is not looked for in a damaged database");
    auto rest = TRY(rebuild(db.pages(), all_sql(queries, fields),
                            [&](std::uint64_t at, std::string_view why) { out.gap(at, why); }));
    read = extraction.run(rest);
  }
  extraction.tell_oddities();
  if (!read && read.error().code == Errc::unsupported) return read;
  if (!read) out.gap(read.error().at, read.error().what);
  return {};
}

}  // namespace bridle
