#include "view/row_page.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <numeric>

#include "engine/pool.h"
#include "sink/shown.h"
#include "view/row_filter.h"

namespace bridle {
namespace {

// Links are broken where a value may be one; names of files and programs are left as they are.
bool may_be_link(Kind kind) {
  return kind == Kind::content || kind == Kind::url || kind == Kind::domain || kind == Kind::ip;
}

std::string cell(Kind kind, const Value& value, std::size_t longest) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) return written(kind, *n);
  if (const auto* d = std::get_if<double>(&value)) return written(*d);
  const auto* text = std::get_if<std::string_view>(&value);
  if (!text) return {};
  // Four bytes a character are the most that shown() can need.
  const std::string_view some = text->substr(0, longest * 4 + 4);
  return may_be_link(kind) ? defanged(some, longest) : shown(some, longest);
}

// Fills one column of those rows of a group that `wanted` names, which rise.
void fill(const RecordTable& table, std::size_t column, std::span<ShownRow* const> wanted,
          std::size_t longest) {
  const std::size_t group = table.group_of(wanted.front()->row);
  auto batch = table.read(group, column);
  std::size_t at = 0;
  for (ShownRow* const row : wanted) {
    const auto here = static_cast<std::size_t>(row->row - table.start(group));
    batch.skip(here - at);
    at = here + 1;
    if (batch.next(1) && batch.present(0))
      row->cells[column] = cell(table.columns()[column].kind, batch.value(0), longest);
  }
}

// False if the file is damaged.
bool fill_all(const RecordTable& table, std::span<const std::span<ShownRow* const>> groups,
              std::size_t longest) {
  const auto work = [&](std::size_t n) {
    try {
      for (std::size_t c = 0; c < table.columns().size(); ++c) fill(table, c, groups[n], longest);
      return true;
    } catch (const std::exception&) {
      return false;
    }
  };
  if (groups.size() == 1) return work(0);
  std::vector<std::size_t> order(groups.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::atomic<bool> never{false};
  bool whole = true;
  run_ordered({}, order, never, work, [&](std::size_t, bool filled) { whole &= filled; });
  return whole;
}

}  // namespace

Result<std::vector<ShownRow>> shown_rows(const RecordTable& table,
                                         std::span<const std::uint64_t> rows, std::size_t longest) {
  std::vector<ShownRow> out;
  for (const std::uint64_t row : rows) {
    out.push_back({.row = row});
    out.back().cells.resize(table.columns().size());
  }
  std::vector<ShownRow*> order;
  for (ShownRow& row : out) order.push_back(&row);
  std::ranges::sort(order, {}, &ShownRow::row);
  // Rows of one group lie together. Hits are scattered, and each group costs some milliseconds.
  std::vector<std::span<ShownRow* const>> groups;
  for (std::span<ShownRow* const> rest = order; !rest.empty();) {
    const std::size_t group = table.group_of(rest.front()->row);
    const std::uint64_t end = table.start(group) + table.rows(group);
    const auto last = std::ranges::lower_bound(rest, end, {}, &ShownRow::row);
    groups.push_back(rest.first(static_cast<std::size_t>(last - rest.begin())));
    rest = rest.subspan(groups.back().size());
  }
  if (!fill_all(table, groups, longest))
    return fail(Errc::malformed, "a file of records is damaged");
  return out;
}

void write_rows(Json& out, std::span<const ShownRow> rows) {
  out.key("rows");
  out.begin_array();
  for (const ShownRow& row : rows) {
    out.begin_object();
    out.key("cells");
    out.begin_array();
    for (const auto& cell : row.cells) {
      if (cell)
        out.value(*cell);
      else
        out.null();
    }
    out.end_array();
    out.member("n", row.row);
    out.end_object();
  }
  out.end_array();
}

}  // namespace bridle
