#include "view/sql_table.h"

#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

#include "base/time.h"
#include "view/row_filter.h"
#include "view/sql_filter.h"

namespace bridle {
namespace {

struct Table : sqlite3_vtab {
  const RecordTable* records = nullptr;
};

// One column of the rows that a cursor walks along.
struct Walk {
  std::size_t column;
  ColumnBatches batch;
  std::size_t at = 0, value = 0;

  bool on() const { return at < batch.size(); }
  void step(std::size_t rows) {
    const std::size_t left = batch.size() - at;
    if (rows >= left) {
      batch.skip(rows - left);
      return load();
    }
    for (; rows > 0; --rows) value += batch.present(at++);
  }
  void load() {
    at = value = 0;
    (void)batch.next();
  }
};

struct Cursor : sqlite3_vtab_cursor {
  const RecordTable* records = nullptr;
  std::uint64_t used = 0;  // a bit for each column; the last stands for all from there on
  RowSet rows = {};
  std::uint64_t row = 0;
  std::vector<Walk> walks = {};

  bool uses(std::size_t column) const {
    return (used >> std::min<std::size_t>(column, 63) & 1) != 0;
  }
  // The first of the rows at this one or behind it; behind all if there is none.
  std::uint64_t first_from(std::uint64_t at) const {
    while (at < records->rows()) {
      const std::size_t group = records->group_of(at);
      const std::uint64_t start = records->start(group), end = start + records->rows(group);
      for (; at < end; ++at)
        if (rows.group(group).has(static_cast<std::size_t>(at - start))) return at;
    }
    return at;
  }
  void start_group() {
    walks.clear();
    if (row == records->rows()) return;
    const std::size_t group = records->group_of(row);
    for (std::size_t c = 0; c < records->columns().size(); ++c)
      if (uses(c)) {
        walks.push_back({.column = c, .batch = records->read(group, c)});
        walks.back().step(static_cast<std::size_t>(row - records->start(group)));
      }
  }
  void start() {
    row = first_from(0);
    start_group();
  }
  void step() {
    const std::uint64_t before = row, end = end_of_group();
    row = first_from(row + 1);
    if (row >= end) return start_group();
    for (Walk& walk : walks) walk.step(static_cast<std::size_t>(row - before));
  }
  std::uint64_t end_of_group() const {
    const std::size_t group = records->group_of(row);
    return records->start(group) + records->rows(group);
  }
};

std::string declaration(const RecordTable& table) {
  std::string out = "CREATE TABLE records(";
  for (const StoredField& field : table.columns()) {
    if (out.back() != '(') out += ", ";
    out += "\"" + field.name + "\" ";
    out += field.kind == Kind::number ? "INTEGER" : field.kind == Kind::real ? "REAL" : "TEXT";
  }
  return out + ")";
}

int connect(sqlite3* database, void* records, int, const char* const*, sqlite3_vtab** out,
            char** problem) {
  auto table = std::make_unique<Table>();
  table->records = static_cast<const RecordTable*>(records);
  const int code = sqlite3_declare_vtab(database, declaration(*table->records).c_str());
  if (code == SQLITE_OK)
    *out = table.release();
  else
    *problem = sqlite3_mprintf("%s", sqlite3_errmsg(database));
  return code;
}

int disconnect(sqlite3_vtab* table) {
  const std::unique_ptr<Table> ended(static_cast<Table*>(table));
  return SQLITE_OK;
}

int best_index(sqlite3_vtab* table, sqlite3_index_info* plan) {
  const RecordTable& records = *static_cast<Table*>(table)->records;
  const auto rows = static_cast<double>(records.rows());
  const std::string filter = plan_filter(*plan, records);
  plan->idxStr =
      sqlite3_mprintf("%llu %s", static_cast<unsigned long long>(plan->colUsed), filter.c_str());
  plan->needToFreeIdxStr = 1;
  plan->estimatedCost = rows;
  plan->estimatedRows = static_cast<sqlite3_int64>(rows);
  return plan->idxStr ? SQLITE_OK : SQLITE_NOMEM;
}

int open(sqlite3_vtab* table, sqlite3_vtab_cursor** out) {
  auto cursor = std::make_unique<Cursor>();
  cursor->records = static_cast<Table*>(table)->records;
  *out = cursor.release();
  return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) {
  const std::unique_ptr<Cursor> ended(static_cast<Cursor*>(cursor));
  return SQLITE_OK;
}

// Parquet's library throws on errors of the file, which SQLite's C must not see.
template <class Work>
int guarded(const Work& work) {
  try {
    work();
    return SQLITE_OK;
  } catch (const std::exception&) {
    return SQLITE_CORRUPT_VTAB;
  }
}

int filter(sqlite3_vtab_cursor* at, int, const char* plan, int count, sqlite3_value** values) {
  Cursor& cursor = *static_cast<Cursor*>(at);
  char* conditions = nullptr;
  cursor.used = std::strtoull(plan, &conditions, 10);
  const RowFilter wanted =
      planned_filter(conditions + 1, {values, static_cast<std::size_t>(count)});
  auto rows = matching(*cursor.records, wanted);
  if (!rows) return SQLITE_CORRUPT_VTAB;
  cursor.rows = std::move(*rows);
  return guarded([&] { cursor.start(); });
}

int next(sqlite3_vtab_cursor* at) {
  return guarded([&] { static_cast<Cursor*>(at)->step(); });
}

int at_end(sqlite3_vtab_cursor* at) {
  const Cursor& cursor = *static_cast<Cursor*>(at);
  return cursor.row >= cursor.records->rows();
}

void give(sqlite3_context* to, const Walk& walk, Kind kind) {
  if (kind == Kind::real) return sqlite3_result_double(to, walk.batch.real(walk.value));
  if (kind == Kind::number) return sqlite3_result_int64(to, walk.batch.number(walk.value));
  const std::string time = kind == Kind::time ? written(kind, walk.batch.number(walk.value)) : "";
  const std::string_view text =
      kind == Kind::time ? std::string_view(time) : walk.batch.text(walk.value);
  sqlite3_result_text64(to, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

int column(sqlite3_vtab_cursor* at, sqlite3_context* to, int number) {
  const Cursor& cursor = *static_cast<Cursor*>(at);
  for (const Walk& walk : cursor.walks) {
    if (walk.column != static_cast<std::size_t>(number)) continue;
    if (!walk.on()) return SQLITE_CORRUPT_VTAB;
    if (walk.batch.present(walk.at)) give(to, walk, cursor.records->columns()[walk.column].kind);
    return SQLITE_OK;
  }
  return SQLITE_OK;
}

int row_id(sqlite3_vtab_cursor* at, sqlite3_int64* out) {
  *out = static_cast<sqlite3_int64>(static_cast<Cursor*>(at)->row);
  return SQLITE_OK;
}

const sqlite3_module kModule = [] {
  sqlite3_module out{};
  out.xConnect = connect;  // without xCreate: the table exists as soon as the module does
  out.xBestIndex = best_index;
  out.xDisconnect = disconnect;
  out.xOpen = open;
  out.xClose = close;
  out.xFilter = filter;
  out.xNext = next;
  out.xEof = at_end;
  out.xColumn = column;
  out.xRowid = row_id;
  return out;
}();

}  // namespace

bool add_table(sqlite3* database, const RecordTable& table) {
  return sqlite3_create_module(database, table.artefact().c_str(), &kModule,
                               const_cast<RecordTable*>(&table)) == SQLITE_OK;
}

}  // namespace bridle
