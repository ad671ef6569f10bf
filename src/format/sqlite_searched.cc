#include "format/sqlite_searched.h"

#include <algorithm>

#include "base/text.h"

namespace bridle {
namespace {

bool has_row_numbers(const SqliteObject& object) {
  return object.type == "table" && object.root != 0 && !object.name.starts_with("sqlite_") &&
         !contains(lower(object.sql), "without rowid");
}

}  // namespace

SqliteSearched::SqliteSearched(SqlitePages& pages, std::set<std::string> names,
                               std::string_view first)
    : text_(pages.text()), names_(std::move(names)), first_(lower(first)) {
  SqliteSalvage salvage(pages);
  salvage.table(1, [&](std::int64_t /*rowid*/, Bytes record, SqliteSalvage::Extent /*extent*/) {
    objects_.push_back(schema_object(record, text_));
  });
  for (const SqliteObject& object : objects_)
    if (lower(object.name) == first_) want(object);
}

void SqliteSearched::want_rest() {
  for (const SqliteObject& object : objects_)
    if (lower(object.name) != first_) want(object);
  names_.clear();
}

void SqliteSearched::want(const SqliteObject& object) {
  if (!has_row_numbers(object) || !names_.contains(lower(object.name))) return;
  auto columns = columns_of(object.sql);
  if (!columns) return;
  SqliteSearchedTable& table = wanted_.emplace_back(SqliteSearchedTable{
      .name = object.name, .root = object.root, .columns = *std::move(columns), .wanted = true});
  table.carver.emplace(table.columns, text_);
  read_indexes(table, object.sql);
}

// Those that hold words: numbers alone could be anything.
void SqliteSearched::read_indexes(SqliteSearchedTable& table, std::string_view create_table) {
  if (std::ranges::count(table.columns, false, &SqliteColumn::stored) > 0) return;
  std::vector<std::string> declared;
  for (const SqliteObject& o : objects_)
    if (o.type == "index" && iequals(o.table, table.name) && !o.sql.empty())
      declared.push_back(o.sql);
  for (SqliteIndexColumns& index : indexes_of(create_table, declared)) {
    const auto object = std::ranges::find(objects_, index.name, &SqliteObject::name);
    if (object == objects_.end() || object->root == 0) continue;
    std::vector<SqliteColumn> columns;
    for (const std::size_t c : index.columns)
      if (c < table.columns.size())
        columns.push_back({.name = {}, .affinity = table.columns[c].affinity, .fallback = {}});
    if (std::ranges::count(columns, SqliteAffinity::text, &SqliteColumn::affinity) == 0) continue;
    columns.push_back({.name = {}, .affinity = SqliteAffinity::integer, .fallback = {}});
    indexes_.push_back({.table = &table,
                        .root = object->root,
                        .columns = std::move(index.columns),
                        .carver = SqliteCarver(columns, text_)});
  }
}

std::vector<SqliteSearchedTable*>& SqliteSearched::all() {
  if (!all_.empty()) return all_;
  want_rest();
  for (const SqliteObject& object : objects_) {
    const auto same = [&](const SqliteSearchedTable& t) { return t.name == object.name; };
    if (!has_row_numbers(object) || std::ranges::any_of(wanted_, same)) continue;
    if (auto columns = columns_of(object.sql))
      others_.push_back({.name = object.name, .root = object.root, .columns = *std::move(columns)});
  }
  for (SqliteSearchedTable& table : wanted_) all_.push_back(&table);
  for (SqliteSearchedTable& table : others_) all_.push_back(&table);
  return all_;
}

}  // namespace bridle
