#include "view/row_order.h"

#include <algorithm>
#include <string>
#include <variant>

#include "view/each_group.h"

namespace bridle {
namespace {

// A value that outlives its batch. What is missing is greater than all.
using Key = std::variant<std::int64_t, double, std::string, std::monostate>;

struct Placed {
  Key key;
  std::uint64_t row;
};

Key kept(const Value& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) return *n;
  if (const auto* d = std::get_if<double>(&value)) return *d;
  if (const auto* s = std::get_if<std::string_view>(&value)) return std::string(*s);
  return std::monostate();
}

class Sorter {
 public:
  Sorter(const RecordTable& table, const RowSet& set, const RowOrder& order)
      : table_(table), set_(set), order_(order) {}

  bool before(const Placed& a, const Placed& b) const {
    const bool a_missing = std::holds_alternative<std::monostate>(a.key);
    const bool b_missing = std::holds_alternative<std::monostate>(b.key);
    if (a_missing != b_missing) return b_missing;
    if (!a_missing && a.key != b.key)
      return order_.direction == Direction::up ? a.key < b.key : b.key < a.key;
    return a.row < b.row;
  }

  // The first rows of one group. A heap holds the best so far, the worst of them on top.
  std::vector<Placed> group(std::size_t number) const {
    std::vector<Placed> best;
    const RowBits& bits = set_.group(number);
    auto batch = table_.read(number, order_.column);
    while (batch.next())
      for (std::size_t i = 0, value = 0; i < batch.size(); ++i) {
        const std::size_t row = batch.first() + i;
        const bool present = batch.present(i);
        if (bits.has(row))
          add(best, {kept(present ? batch.value(value) : Value()), table_.start(number) + row});
        value += present;
      }
    return best;
  }

  void add(std::vector<Placed>& best, Placed row) const {
    const auto less = [this](const Placed& a, const Placed& b) { return before(a, b); };
    if (best.size() == order_.most) {
      if (best.empty() || !before(row, best.front())) return;
      std::ranges::pop_heap(best, less);
      best.back() = std::move(row);
    } else {
      best.push_back(std::move(row));
    }
    std::ranges::push_heap(best, less);
  }

 private:
  const RecordTable& table_;
  const RowSet& set_;
  const RowOrder& order_;
};

}  // namespace

Result<std::vector<std::uint64_t>> first_rows(const RecordTable& table, const RowSet& set,
                                              const RowOrder& order) {
  const Sorter sorter(table, set, order);
  std::vector<Placed> best;
  TRY(each_group(
      table, [&](std::size_t group) { return sorter.group(group); },
      [&](std::size_t, std::vector<Placed> found) {
        for (Placed& row : found) sorter.add(best, std::move(row));
      }));
  std::ranges::sort(best, [&](const auto& a, const auto& b) { return sorter.before(a, b); });
  std::vector<std::uint64_t> out;
  for (const Placed& row : best) out.push_back(row.row);
  return out;
}

std::vector<std::uint64_t> rows_from(const RecordTable& table, const RowSet& set,
                                     std::uint64_t first, std::size_t most) {
  std::vector<std::uint64_t> out;
  for (std::size_t g = 0; g < set.groups() && out.size() < most; ++g) {
    std::uint64_t at = set.before(g);
    if (at + set.group(g).count() <= first) continue;
    for (std::size_t row = 0; row < table.rows(g) && out.size() < most; ++row)
      if (set.group(g).has(row) && at++ >= first) out.push_back(table.start(g) + row);
  }
  return out;
}

}  // namespace bridle
