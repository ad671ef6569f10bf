#include "format/sqlite_rebuild.h"

#include <algorithm>
#include <deque>
#include <optional>

#include "base/text.h"
#include "format/sqlite_fit.h"
#include "format/sqlite_names.h"
#include "format/sqlite_table_writer.h"

namespace bridle {
namespace {

using Extent = SqliteSalvage::Extent;
using Leaf = SqliteSalvage::Leaf;

constexpr std::uint64_t kMostBytes = std::uint64_t{512} << 20;
constexpr std::size_t kMostGaps = 200;

struct Table {
  std::string name;
  std::vector<SqliteColumn> columns;
  std::vector<SqliteHole> holes;
  std::optional<SqliteTableWriter> writer = {};  // none if the table was not asked for
  std::uint64_t cut = 0;                         // rows whose end is lost
  std::uint64_t lost = 0;                        // that are no record, or a second of their number
};

// A leaf with a damaged row fits no table, nor does one whose rows are not missing.
SqliteFit fit(const Table& table, const Leaf& leaf) {
  const SqliteLeafFit here = fit_leaf(table.columns, leaf.page);
  const bool in_hole =
      here.rows && std::ranges::any_of(table.holes, [&](const SqliteHole& h) {
        return h.rows.contains(here.rows->above) && h.rows.contains(here.rows->up_to);
      });
  return in_hole ? here.fit : SqliteFit::no;
}

bool is_schema(const Leaf& leaf, SqliteText encoding) {
  const auto cell = read_cell(leaf.page, 0);
  if (!cell) return false;
  const SqliteObject first = schema_object(cell->local, encoding);
  return first.type == "table" || first.type == "index" || first.type == "view" ||
         first.type == "trigger";
}

class Rebuild {
 public:
  Rebuild(SqlitePages& pages, std::string_view sql, const OnGap& on_gap)
      : pages_(pages), salvage_(pages), wanted_(sql_names(sql)), on_gap_(on_gap) {}

  void read_schema();
  void read_tables(sqlite3* db);
  void read_orphans();
  void index(sqlite3* db) const;
  void tell();

 private:
  void place(const Leaf& leaf);
  void put(Table& table, std::int64_t rowid, Bytes record, Extent extent);
  void tell(const Table& table);
  void gap(std::uint64_t at, std::string_view why) {
    if (++gaps_ < kMostGaps) on_gap_(at, why);
    if (gaps_ == kMostGaps) on_gap_(at, "more places are damaged");
  }

  SqlitePages& pages_;
  SqliteSalvage salvage_;
  std::set<std::string> wanted_;
  const OnGap& on_gap_;
  std::vector<SqliteObject> objects_;
  Table schema_{.name = "the list of tables", .columns = {}, .holes = {}};
  std::deque<Table> tables_;
  std::uint64_t bytes_ = 0;
  std::size_t gaps_ = 0;
};

void Rebuild::read_schema() {
  const auto object = [&](std::int64_t /*rowid*/, Bytes record, Extent extent) {
    objects_.push_back(schema_object(record, pages_.text()));
    if (extent == Extent::cut) ++schema_.cut;
  };
  salvage_.mark_freelist();
  schema_.holes = salvage_.table(1, object);
  if (!schema_.holes.empty())
    salvage_.orphans([&](const Leaf& leaf) {
      if (is_schema(leaf, pages_.text())) salvage_.rows(leaf, object);
    });
}

void Rebuild::put(Table& table, std::int64_t rowid, Bytes record, Extent extent) {
  using Put = SqliteTableWriter::Put;
  if (bytes_ > kMostBytes) {
    ++table.lost;
    return;
  }
  const std::uint64_t before = table.writer->bytes();
  const Put done = table.writer->put(rowid, record, pages_.text());
  bytes_ += table.writer->bytes() - before;
  if (done == Put::not_at_all)
    ++table.lost;
  else if (done == Put::partly || extent == Extent::cut)
    ++table.cut;
}

void Rebuild::read_tables(sqlite3* db) {
  for (const SqliteObject& object : objects_) {
    if (object.type != "table" || object.root == 0 || !wanted_.contains(lower(object.name)))
      continue;
    auto columns = columns_of(object.sql);
    if (!columns) {
      gap(0, "the definition of table " + object.name + " is lost");
      continue;
    }
    auto writer = SqliteTableWriter::create(db, object.name, *columns, wanted_);
    if (!writer) {
      gap(0, "table " + object.name + " cannot be made again");
      continue;
    }
    Table& table = tables_.emplace_back(
        Table{.name = object.name, .columns = *std::move(columns), .holes = {}});
    table.writer = *std::move(writer);
    table.holes = salvage_.table(object.root, [&](std::int64_t rowid, Bytes record, Extent extent) {
      put(table, rowid, record, extent);
    });
  }
}

// Pages that nothing leads to belong to a table with a hole: of those asked for, if one of them
// fits better than all others.
void Rebuild::read_orphans() {
  if (std::ranges::all_of(tables_, [](const Table& t) { return t.holes.empty(); })) return;
  for (const SqliteObject& object : objects_) {
    const bool asked = std::ranges::count(tables_, object.name, &Table::name) > 0;
    if (object.root == 0 || (asked && object.type == "table")) continue;
    auto holes = salvage_.mark(object.root);
    if (holes.empty() || object.type != "table") continue;
    if (auto columns = columns_of(object.sql))
      tables_.push_back({object.name, *std::move(columns), std::move(holes)});
  }
  salvage_.orphans([&](const Leaf& leaf) { place(leaf); });
}

void Rebuild::place(const Leaf& leaf) {
  SqliteFit best = SqliteFit::no;
  std::vector<Table*> candidates;
  for (Table& table : tables_) {
    const SqliteFit here = table.holes.empty() ? SqliteFit::no : fit(table, leaf);
    if (here == SqliteFit::no || here < best) continue;
    if (here > best) candidates.clear();
    best = here;
    candidates.push_back(&table);
  }
  if (candidates.size() > 1)
    gap(pages_.offset(leaf.number), "page " + std::to_string(leaf.number) + " may be of " +
                                        candidates[0]->name + " or of " + candidates[1]->name);
  if (candidates.size() != 1 || !candidates.front()->writer) return;
  salvage_.rows(leaf, [&](std::int64_t rowid, Bytes record, Extent extent) {
    put(*candidates.front(), rowid, record, extent);
  });
}

// Joins need them; what cannot be made again is only slower.
void Rebuild::index(sqlite3* db) const {
  for (const SqliteObject& object : objects_)
    if (object.type == "index" && !object.sql.empty() && wanted_.contains(lower(object.table)))
      create_index(db, object.sql);
}

void Rebuild::tell(const Table& table) {
  std::uint64_t behind = 0;
  for (const SqliteHole& hole : table.holes) {
    if (hole.page > pages_.last_readable() && hole.page <= pages_.page_count()) {
      ++behind;
      continue;
    }
    gap(hole.page == 0 ? 0 : pages_.offset(hole.page),
        "page " + std::to_string(hole.page) + " of " + table.name + " " + hole.why);
  }
  const auto tell_count = [&](std::uint64_t n, const char* what) {
    if (n > 0)
      gap(pages_.offset(pages_.last_readable() + 1), table.name + ": " + what + std::to_string(n));
  };
  tell_count(behind, "pages behind the end of the file: ");
  tell_count(table.cut, "rows whose end is lost: ");
  tell_count(table.lost, "rows that are damaged or there twice: ");
}

void Rebuild::tell() {
  tell(schema_);
  for (const Table& table : tables_)
    if (table.writer) tell(table);
  if (bytes_ > kMostBytes) gap(0, "the damaged tables are too large to be read whole");
}

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};

}  // namespace

Result<SqliteDatabase> rebuild(SqlitePages& pages, std::string_view sql, const OnGap& on_gap) {
  sqlite3* opened = nullptr;
  const int rc = sqlite3_open(":memory:", &opened);
  std::unique_ptr<sqlite3, Close> db(opened);
  if (rc != SQLITE_OK) return fail(Errc::io, "SQLite cannot open a database in memory");
  sqlite3_exec(db.get(), "BEGIN", nullptr, nullptr, nullptr);
  {
    Rebuild work(pages, sql, on_gap);
    work.read_schema();
    work.read_tables(db.get());
    work.read_orphans();
    work.tell();
    sqlite3_exec(db.get(), "COMMIT", nullptr, nullptr, nullptr);
    work.index(db.get());
  }
  return SqliteDatabase::adopt(db.release());
}

}  // namespace bridle
