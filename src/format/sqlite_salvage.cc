#include "format/sqlite_salvage.h"

#include <algorithm>
#include <memory>

namespace bridle {
namespace {

constexpr int kDeepest = 20;  // SQLite's own limit
constexpr std::uint64_t kLongest = 64 << 20;

}  // namespace

struct SqliteSalvage::Walk {
  const OnRow* on_row;  // null: only the pages count
  const OnPage* on_page = nullptr;
  std::vector<SqliteHole> holes;
};

SqliteSalvage::SqliteSalvage(SqlitePages& pages)
    : pages_(pages),
      visited_(pages.last_readable() + 1ULL),
      misplaced_(pages.last_readable() + 1ULL),
      continued_(pages.last_readable() + 1ULL),
      // Each page continues one record; some slack for what is damaged.
      continued_left_(2 * (std::uint64_t{pages.last_readable()} + 1) * pages.page_size()) {}

std::vector<SqliteHole> SqliteSalvage::table(std::uint32_t root, const OnRow& on_row) {
  Walk walk{.on_row = &on_row, .holes = {}};
  visit(walk, root, {}, 0);
  return std::move(walk.holes);
}

std::vector<SqliteHole> SqliteSalvage::mark(std::uint32_t root) {
  Walk walk{.on_row = nullptr, .holes = {}};
  visit(walk, root, {}, 0);
  return std::move(walk.holes);
}

void SqliteSalvage::pages(std::uint32_t root, const OnPage& on_page) {
  Walk walk{.on_row = nullptr, .on_page = &on_page, .holes = {}};
  visit(walk, root, {}, 0);
}

void SqliteSalvage::visit(Walk& walk, std::uint32_t number, SqliteRange range, int depth) {
  const auto hole = [&](const char* why) { walk.holes.push_back({number, range, why}); };
  if (number == 0 || number > pages_.page_count()) return hole("does not exist");
  if (!known(number)) return hole("lies behind the end of the file");
  if (visited_[number]) return hole("is linked twice");
  if (depth >= kDeepest) return hole("lies too deep");
  visited_[number] = true;
  const auto room = std::make_unique_for_overwrite<std::byte[]>(pages_.page_size());
  const std::span bytes(room.get(), pages_.page_size());
  if (!pages_.read(number, bytes)) return hole("cannot be read");
  const auto page = read_page(Bytes(bytes).first(pages_.usable_size()), number);
  if (!page) return hole(page.error().what);
  const bool table =
      page->type == SqlitePageType::table_inner || page->type == SqlitePageType::table_leaf;
  if (walk.on_row != nullptr && !table) return hole("is no page of a table with row numbers");
  if (walk.on_page != nullptr) (*walk.on_page)(number, *page);
  if (page->inner())
    visit_inner(walk, *page, number, range, depth);
  else if (walk.on_page == nullptr)
    visit_leaf(walk, *page, number, range);
}

void SqliteSalvage::visit_inner(Walk& walk, const SqlitePage& page, std::uint32_t number,
                                SqliteRange range, int depth) {
  const bool table = page.type == SqlitePageType::table_inner;
  for (std::uint32_t i = 0; i < page.cells; ++i) {
    const auto cell = read_cell(page, i);
    // From the first wrong key on nothing is certain: what follows is found among the orphans.
    if (!cell || (table && !range.contains(cell->rowid))) {
      walk.holes.push_back({number, range, "has a damaged list of pages"});
      return;
    }
    SqliteRange below = range;
    if (table) below.up_to = cell->rowid;
    visit(walk, cell->child, below, depth + 1);
    if (table) range.above = cell->rowid;
    if (!table) give(*cell, {});
  }
  visit(walk, page.last_child, range, depth + 1);
}

void SqliteSalvage::visit_leaf(Walk& walk, const SqlitePage& page, std::uint32_t number,
                               SqliteRange range) {
  const bool table = page.type == SqlitePageType::table_leaf;
  const auto first = read_cell(page, 0);
  if (table && first && !range.contains(first->rowid) && !misplaced_[number]) {
    // The link is wrong, not the page: its own place may come yet.
    misplaced_[number] = true;
    visited_[number] = false;
    walk.holes.push_back({number, range, "has the rows of another place"});
    return;
  }
  bool bad = false;
  for (std::uint32_t i = 0; i < page.cells; ++i) {
    const auto cell = read_cell(page, i);
    if (!cell || (table && !range.contains(cell->rowid))) {
      if (!bad) walk.holes.push_back({number, range, "has damaged rows"});
      bad = true;
      continue;
    }
    if (table) range.above = cell->rowid;
    give(*cell, walk.on_row == nullptr ? OnRow() : *walk.on_row);
  }
}

// Joins the parts of the record; without `on_row` only notes which pages they lie in.
void SqliteSalvage::give(const SqliteCell& cell, const OnRow& on_row) {
  if (cell.overflow == 0) {
    if (on_row) on_row(cell.rowid, cell.local, Extent::whole);
    return;
  }
  const std::uint64_t size = std::min(cell.size, kLongest);
  const std::size_t part = pages_.usable_size() - 4;
  long_record_.assign(cell.local.begin(), cell.local.end());
  std::vector<std::byte> bytes(pages_.page_size());
  std::uint32_t next = cell.overflow;
  while (long_record_.size() < size && known(next) && continued_left_ >= bytes.size()) {
    continued_[next] = true;
    continued_left_ -= bytes.size();
    if (!pages_.read(next, bytes)) break;
    const auto n = std::min<std::uint64_t>(part, size - long_record_.size());
    const Bytes more = Bytes(bytes).subspan(4, static_cast<std::size_t>(n));
    long_record_.insert(long_record_.end(), more.begin(), more.end());
    next = static_cast<std::uint32_t>(big_endian(bytes, 4));
  }
  if (on_row)
    on_row(cell.rowid, long_record_,
           long_record_.size() == cell.size ? Extent::whole : Extent::cut);
}

// Trunk pages: the next trunk, how many leaves it lists, their numbers.
void SqliteSalvage::mark_freelist() {
  std::vector<std::byte> bytes(pages_.page_size());
  for (std::uint32_t trunk = pages_.freelist(); known(trunk) && !visited_[trunk];) {
    visited_[trunk] = true;
    if (!pages_.read(trunk, bytes)) return;
    const Bytes page = Bytes(bytes).first(pages_.usable_size());
    const std::uint64_t n =
        std::min<std::uint64_t>(big_endian(page.subspan(4), 4), page.size() / 4 - 2);
    for (std::size_t i = 0; i < n; ++i) {
      const auto leaf = static_cast<std::uint32_t>(big_endian(page.subspan(8 + 4 * i), 4));
      if (known(leaf)) visited_[leaf] = true;
    }
    trunk = static_cast<std::uint32_t>(big_endian(page, 4));
  }
}

void SqliteSalvage::orphans(const std::function<void(const Leaf&)>& on_leaf) {
  std::vector<std::byte> bytes(pages_.page_size());
  for (std::uint32_t number = 2; known(number); ++number) {
    if (visited_[number] || continued_[number] || !pages_.read(number, bytes)) continue;
    const auto page = read_page(Bytes(bytes).first(pages_.usable_size()), number);
    if (page && page->type == SqlitePageType::table_leaf && page->cells > 0)
      on_leaf({number, *page});
  }
}

void SqliteSalvage::rows(const Leaf& leaf, const OnRow& on_row) {
  visited_[leaf.number] = true;
  for (std::uint32_t i = 0; i < leaf.page.cells; ++i)
    if (const auto cell = read_cell(leaf.page, i)) give(*cell, on_row);
}

}  // namespace bridle
