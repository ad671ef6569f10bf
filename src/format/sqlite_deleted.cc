#include "format/sqlite_deleted.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "format/sqlite_fit.h"
#include "format/sqlite_names.h"
#include "format/sqlite_old_pages.h"
#include "format/sqlite_searched.h"

namespace bridle {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{64} << 20;
constexpr std::uint64_t kLongest = std::uint64_t{4} << 20;

using Table = SqliteSearchedTable;
using Index = SqliteSearchedIndex;

class Deleted {
 public:
  Deleted(SqlitePages& pages, std::string_view sql, std::string_view first, const OnGap& on_gap)
      : pages_(pages),
        on_gap_(on_gap),
        searched_(pages, sql_names(sql), first),
        tables_(pages),
        indexes_(pages),
        may_be_old_(pages.log() != nullptr || pages.journal() != nullptr) {}

  std::vector<SqliteDeletedTable> run();

 private:
  void search();
  void search(Table& table);
  void search(Index& index);
  void search_rest();
  SqliteDeletedTable take(Table& table);
  void tell();
  void take_keys(Index& index, const SqlitePage& page, std::string_view what, std::uint64_t begins);
  void take_old(const SqliteOldPage& page);
  void take_leaf(Table& table, const SqliteOldPage& old, const SqlitePage& page);
  void take_unknown(const SqliteOldPage& old);
  Table* owner(const SqliteOldPage& old, const SqlitePage& page);
  Table* owner(Bytes record);
  Table* the_one(const std::vector<Table*>& found, std::size_t rows);
  void carve(Table& table, const SqlitePage& page, const std::string& where, std::uint64_t begins);
  void add(Table& table, SqliteRemnant&& found, std::string place);
  void join(SqliteRemains& row);
  bool has_room() const { return bytes_ < kMostBytes; }
  std::string place(std::string_view what, std::uint32_t page, std::uint64_t byte) const {
    return std::string(what) + " " + std::to_string(page) + ", byte " + std::to_string(byte);
  }

  SqlitePages& pages_;
  const OnGap& on_gap_;
  SqliteSearched searched_;
  SqliteSalvage tables_, indexes_;
  std::size_t searched_tables_ = 0, searched_indexes_ = 0;
  bool may_be_old_;  // whether pages of the tables may lie elsewhere in an older form
  std::unordered_map<std::uint32_t, Table*> owners_;  // of the pages of the tables asked for
  std::unordered_set<std::uint32_t> free_;            // pages
  std::uint64_t bytes_ = 0, ambiguous_ = 0;
};

// The parts of a record that its own page does not hold, as far as nothing else uses their pages.
void Deleted::join(SqliteRemains& row) {
  std::vector<std::byte> bytes(pages_.page_size());
  std::vector<std::byte>& record = row.row.record;
  std::uint32_t next = row.overflow;
  while (record.size() < row.size && record.size() < kLongest && has_room() &&
         free_.contains(next) && pages_.read(next, bytes)) {
    const Bytes part = Bytes(bytes).first(pages_.usable_size()).subspan(4);
    const auto n = std::min<std::uint64_t>(part.size(), row.size - record.size());
    const Bytes more = part.first(static_cast<std::size_t>(n));
    record.insert(record.end(), more.begin(), more.end());
    bytes_ += more.size();
    next = static_cast<std::uint32_t>(big_endian(bytes, 4));
  }
  if (record.size() == row.size) return;
  record = cut_to_fit(record);
  row.row.place += "; its end is lost";
}

void Deleted::add(Table& table, SqliteRemnant&& found, std::string place) {
  if (!has_room()) return;
  bytes_ += found.record.size() + 128;
  table.rows.push_back(remains(std::move(found), std::move(place)));
}

// The free parts of a page of a table. `where` is "page 12", `begins` where the page does.
void Deleted::carve(Table& table, const SqlitePage& page, const std::string& where,
                    std::uint64_t begins) {
  std::vector<SqliteRemnant> found;
  for (const SqliteFreePart& part : free_parts(page)) {
    found.clear();
    table.carver->carve(page.bytes, part, found);
    const bool block = part.sort == SqliteFreePart::Sort::block;
    for (SqliteRemnant& row : found) {
      const std::uint64_t at = begins + row.at;
      add(table, std::move(row),
          (block ? "free block of " : "unused part of ") + where + ", byte " + std::to_string(at));
    }
  }
}

void Deleted::search(Table& table) {
  const std::size_t before = table.rows.size();
  tables_.pages(table.root, [&](std::uint32_t number, const SqlitePage& page) {
    ++table.pages;
    if (may_be_old_) owners_.emplace(number, &table);
    if (has_room()) carve(table, page, "page " + std::to_string(number), pages_.place(number).at);
  });
  // What a free page gave meanwhile is older.
  std::ranges::rotate(table.rows, table.rows.begin() + static_cast<std::ptrdiff_t>(before));
}

void Deleted::search(Index& index) {
  indexes_.pages(index.root, [&](std::uint32_t number, const SqlitePage& page) {
    take_keys(index, page, "unused part of page " + std::to_string(number),
              pages_.place(number).at);
  });
}

// All that are wanted by now and were not searched.
void Deleted::search() {
  while (searched_tables_ < searched_.wanted().size())
    search(searched_.wanted()[searched_tables_++]);
  while (searched_indexes_ < searched_.indexes().size())
    search(searched_.indexes()[searched_indexes_++]);
}

// The tables that the first one is joined with may be far larger than it.
void Deleted::search_rest() {
  searched_.want_rest();
  search();
}

void Deleted::take_keys(Index& index, const SqlitePage& page, std::string_view what,
                        std::uint64_t begins) {
  std::vector<SqliteRemnant> found;
  for (const SqliteFreePart& part : free_parts(page))
    index.carver.carve_keys(page.bytes, part, found);
  for (SqliteRemnant& entry : found) {
    if (!has_room()) return;
    bytes_ += entry.record.size() + 128;
    index.table->keys.push_back({.rowid = *entry.rowid,
                                 .columns = index.columns,
                                 .record = std::move(entry.record),
                                 .place = "index entry in the " + std::string(what) + ", byte " +
                                          std::to_string(begins + entry.at) +
                                          "; only its values are left"});
  }
}

// Of a leaf: its page may still be one of the table's; else the one table that its rows fit best.
Table* Deleted::owner(const SqliteOldPage& old, const SqlitePage& page) {
  const auto known = owners_.find(old.number);
  if (known != owners_.end() && old.from != SqliteOldPage::From::free_list &&
      fit_leaf(known->second->columns, page).fit != SqliteFit::no)
    return known->second;
  SqliteFit best = SqliteFit::fewer_values;  // less is not good enough here
  std::vector<Table*> found;
  for (Table* const table : searched_.all()) {
    const SqliteFit here = fit_leaf(table->columns, page).fit;
    if (here < best) continue;
    if (here > best) found.clear();
    best = here;
    found.push_back(table);
  }
  return the_one(found, page.cells);
}

// Of a row on a page whose start was written over.
Table* Deleted::owner(Bytes record) {
  std::vector<SqliteValue> values;
  if (!read_record(record, values)) return nullptr;
  std::vector<Table*> found;
  for (Table* const table : searched_.all())
    if (fit(table->columns, values) == SqliteFit::exact) found.push_back(table);
  return the_one(found, 1);
}

// The table that so many rows are of, if it is one alone and was asked for.
Table* Deleted::the_one(const std::vector<Table*>& found, std::size_t rows) {
  if (found.size() > 1 && std::ranges::any_of(found, &Table::wanted)) ambiguous_ += rows;
  return found.size() == 1 && found.front()->wanted ? found.front() : nullptr;
}

void Deleted::take_leaf(Table& table, const SqliteOldPage& old, const SqlitePage& page) {
  for (std::uint32_t i = 0; i < page.cells; ++i) {
    const auto cell = read_cell(page, i);
    if (!cell) continue;
    const std::size_t at = page.first + 2 * std::size_t{i};
    const auto begins = static_cast<std::size_t>(big_endian(page.bytes.subspan(at), 2));
    add(table,
        {.rowid = cell->rowid,
         .at = begins,
         .record = {cell->local.begin(), cell->local.end()},
         .size = cell->size,
         .overflow = cell->overflow},
        place(name(old.from), old.number, old.at + begins));
  }
  carve(table, page, std::string(name(old.from)) + " " + std::to_string(old.number), old.at);
}

void Deleted::take_unknown(const SqliteOldPage& old) {
  const SqliteFreePart all{.begin = old.lost, .end = old.bytes.size()};
  std::vector<SqliteRemnant> found;
  for (Table& table : searched_.wanted()) {
    found.clear();
    table.carver->carve(old.bytes, all, found);
    for (SqliteRemnant& row : found) {
      const std::string where = place(name(old.from), old.number, old.at + row.at);
      if (owner(row.record) == &table) add(table, std::move(row), where);
    }
  }
}

void Deleted::take_old(const SqliteOldPage& old) {
  if (old.from == SqliteOldPage::From::free_list) {
    free_.insert(old.number);
    searched_.want_rest();
  } else {
    search_rest();  // for the owners of pages
  }
  if (old.lost > 0) return take_unknown(old);
  const auto page = read_page(old.bytes, old.number);
  // The keys of an index are no rows.
  if (!page || page->type == SqlitePageType::index_leaf ||
      page->type == SqlitePageType::index_inner)
    return;
  if (page->type != SqlitePageType::table_leaf || page->cells == 0) return take_unknown(old);
  if (Table* const table = owner(old, *page)) take_leaf(*table, old, *page);
}

// Without what its table holds still.
SqliteDeletedTable Deleted::take(Table& table) {
  if (!table.keys.empty()) {
    forget_present(pages_, table.root, table.keys);
    add_keys(std::move(table.keys), table.rows);
  }
  if (!table.rows.empty()) forget_present(pages_, table.root, table.rows);
  forget_repeated(table.rows);
  std::erase_if(table.rows, &SqliteRemains::gone);
  SqliteDeletedTable out{
      .name = table.name, .columns = std::move(table.columns), .pages = table.pages, .rows = {}};
  for (SqliteRemains& row : table.rows) {
    if (row.overflow != 0) join(row);
    out.rows.push_back(std::move(row.row));
  }
  return out;
}

void Deleted::tell() {
  if (ambiguous_ > 0)
    on_gap_(0, "deleted rows that may be of several tables: " + std::to_string(ambiguous_));
  const auto table_gave_up = [](const Table& t) { return t.carver->gave_up(); };
  const auto index_gave_up = [](const Index& i) { return i.carver.gave_up(); };
  if (std::ranges::any_of(searched_.wanted(), table_gave_up) ||
      std::ranges::any_of(searched_.indexes(), index_gave_up))
    on_gap_(0, "more bytes that may be deleted rows than can be looked at");
  if (!has_room()) on_gap_(0, "more deleted rows than can be kept: the rest was not looked at");
}

std::vector<SqliteDeletedTable> Deleted::run() {
  if (searched_.wanted().empty()) return {};
  search();
  old_pages(pages_, [&](const SqliteOldPage& old) {
    take_old(old);
    return has_room();
  });
  std::vector<SqliteDeletedTable> out;
  Table& first = searched_.wanted().front();
  if (!first.rows.empty() || !first.keys.empty()) {
    search_rest();
    for (Table& table : searched_.wanted())
      if (SqliteDeletedTable one = take(table); !one.rows.empty()) out.push_back(std::move(one));
  }
  tell();
  return out;
}

}  // namespace

std::vector<SqliteDeletedTable> deleted_rows(SqlitePages& pages, std::string_view sql,
                                             std::string_view first, const OnGap& on_gap) {
  return Deleted(pages, sql, first, on_gap).run();
}

}  // namespace bridle
