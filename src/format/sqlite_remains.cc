#include "format/sqlite_remains.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "format/sqlite_varint.h"

namespace bridle {
namespace {

std::size_t key_of(std::uint64_t size, Bytes local) {
  return std::hash<std::string_view>()(as_text(local)) ^ static_cast<std::size_t>(size);
}

std::vector<SqliteValue> values_of(Bytes record) {
  std::vector<SqliteValue> values;
  // Those that are whole, of a record that goes on elsewhere.
  static_cast<void>(read_record(record, values));
  return values;
}

std::size_t words_of(Bytes local) {
  std::size_t out = 0;
  for (const SqliteValue& v : values_of(local))
    if (v.type == SqliteValue::Type::text || v.type == SqliteValue::Type::blob)
      out = out * 31 + std::hash<std::string_view>()(as_text(v.bytes)) + 1;
  return out;
}

// The types of a record's values and where each value lies in it.
struct Part {
  std::uint64_t type = 0;
  Bytes bytes = {};
};
std::vector<Part> parts_of(Bytes record) {
  Reader in(record);
  const std::uint64_t header = sqlite_varint(in);
  std::vector<Part> out;
  Reader body(record);
  body.seek(header);
  while (!in.failed() && !body.failed() && in.pos() < header) {
    const std::uint64_t type = sqlite_varint(in);
    out.push_back({type, body.take(size_of_sqlite_type(type))});
  }
  return out;
}

std::vector<std::byte> record_of(const std::vector<Part>& parts) {
  std::vector<std::byte> types;
  for (const Part& part : parts) append_sqlite_varint(types, part.type);
  std::vector<std::byte> out;
  append_sqlite_varint(out, types.size() + (types.size() < 126 ? 1 : 2));
  out.insert(out.end(), types.begin(), types.end());
  for (const Part& part : parts) out.insert(out.end(), part.bytes.begin(), part.bytes.end());
  return out;
}

// The values of some columns, to compare rows by.
std::string values_at(const std::vector<std::size_t>& columns, Bytes record) {
  const std::vector<Part> parts = parts_of(record);
  std::string out;
  for (const std::size_t column : columns) {
    if (column >= parts.size()) return {};
    out += std::to_string(parts[column].type) + ":";
    out += as_text(parts[column].bytes);
  }
  return out;
}

// The record of a row of which only the values of an index are known.
std::vector<std::byte> spread(const SqliteKeyRemains& key) {
  const std::vector<Part> known = parts_of(key.record);
  std::vector<Part> all(*std::ranges::max_element(key.columns) + 1);
  for (std::size_t i = 0; i < key.columns.size() && i < known.size(); ++i)
    all[key.columns[i]] = known[i];
  return record_of(all);
}

}  // namespace

SqliteRemains remains(SqliteRemnant&& found, std::string place) {
  const std::size_t key = key_of(found.size, found.record);
  const std::size_t words = words_of(found.record);
  return {
      .row = {.rowid = found.rowid, .record = std::move(found.record), .place = std::move(place)},
      .size = found.size,
      .overflow = found.overflow,
      .key = key,
      .words = words};
}

std::vector<std::byte> cut_to_fit(Bytes record) {
  Reader in(record);
  const std::uint64_t header = sqlite_varint(in);
  if (in.failed() || header > record.size()) return {record.begin(), record.end()};
  Bytes left = record.subspan(static_cast<std::size_t>(header));
  std::vector<Part> parts;
  while (!in.failed() && in.pos() < header) {
    std::uint64_t type = sqlite_varint(in);
    const std::uint64_t size = std::min<std::uint64_t>(left.size(), size_of_sqlite_type(type));
    if (size < size_of_sqlite_type(type))
      type = type < 12 || left.empty() ? 0 : 12 + 2 * left.size() + type % 2;
    parts.push_back({type, type == 0 ? Bytes() : left.first(static_cast<std::size_t>(size))});
    left = left.subspan(static_cast<std::size_t>(size));
  }
  return record_of(parts);
}

void add_keys(std::vector<SqliteKeyRemains> keys, std::vector<SqliteRemains>& rows) {
  std::set<std::int64_t> numbers;
  for (const SqliteRemains& row : rows)
    if (row.row.rowid) numbers.insert(*row.row.rowid);
  for (SqliteKeyRemains& key : keys) {
    if (numbers.contains(key.rowid)) continue;
    std::vector<std::size_t> own(key.columns.size());
    for (std::size_t i = 0; i < own.size(); ++i) own[i] = i;
    const std::string wanted = values_at(own, key.record);
    std::vector<SqliteRemains*> same;
    for (SqliteRemains& row : rows)
      if (!row.row.rowid && values_at(key.columns, row.row.record) == wanted) same.push_back(&row);
    numbers.insert(key.rowid);
    if (same.size() == 1) {
      same.front()->row.rowid = key.rowid;
    } else if (same.empty()) {
      std::vector<std::byte> record = spread(key);
      const std::uint64_t size = record.size();
      SqliteRemains row = remains({.rowid = key.rowid, .record = std::move(record), .size = size},
                                  std::move(key.place));
      row.only_key = true;
      rows.push_back(std::move(row));
    }
  }
}

void forget_present(SqlitePages& pages, std::uint32_t root, std::vector<SqliteKeyRemains>& keys) {
  std::unordered_map<std::int64_t, bool> present;
  for (const SqliteKeyRemains& key : keys) present.emplace(key.rowid, false);
  SqliteSalvage salvage(pages);
  salvage.pages(root, [&](std::uint32_t /*number*/, const SqlitePage& page) {
    for (std::uint32_t i = 0; !page.inner() && i < page.cells; ++i)
      if (const auto cell = read_cell(page, i))
        if (const auto at = present.find(cell->rowid); at != present.end()) at->second = true;
  });
  std::erase_if(keys, [&](const SqliteKeyRemains& key) { return present[key.rowid]; });
}

void forget_present(SqlitePages& pages, std::uint32_t root, std::vector<SqliteRemains>& rows) {
  std::unordered_multimap<std::size_t, SqliteRemains*> by_key;
  std::unordered_multimap<std::int64_t, SqliteRemains*> by_number;
  for (SqliteRemains& row : rows) {
    if (row.row.rowid)
      by_number.emplace(*row.row.rowid, &row);
    else
      by_key.emplace(row.key, &row);
  }
  SqliteSalvage salvage(pages);
  salvage.pages(root, [&](std::uint32_t /*number*/, const SqlitePage& page) {
    for (std::uint32_t i = 0; !page.inner() && i < page.cells; ++i) {
      const auto cell = read_cell(page, i);
      if (!cell) continue;
      const auto [number, end] = by_number.equal_range(cell->rowid);
      for (auto at = number; at != end; ++at)
        at->second->gone |= at->second->only_key || at->second->words == words_of(cell->local);
      if (by_key.empty()) continue;
      const auto [key, last] = by_key.equal_range(key_of(cell->size, cell->local));
      for (auto at = key; at != last; ++at) at->second->gone = true;
    }
  });
}

void forget_repeated(std::vector<SqliteRemains>& rows) {
  std::set<std::pair<std::int64_t, std::size_t>> numbered;
  std::set<std::size_t> keys;
  for (SqliteRemains& row : rows)
    if (row.row.rowid) {
      row.gone = row.gone || !numbered.emplace(*row.row.rowid, row.words).second;
      keys.insert(row.key);
    }
  for (SqliteRemains& row : rows)
    if (!row.row.rowid && !row.gone) row.gone = !keys.insert(row.key).second;
}

}  // namespace bridle
