#include "view/row_filter.h"

#include <atomic>
#include <cmath>
#include <limits>

#include "base/time.h"
#include "sink/json.h"
#include "view/each_group.h"
#include "view/text_column.h"

namespace bridle {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kAlways = std::numeric_limits<std::int64_t>::min();

// The work on one group.
class GroupFilter {
 public:
  GroupFilter(const RecordTable& table, const RowFilter& filter, std::size_t group)
      : table_(table), filter_(filter), group_(group), bits_(table.rows(group)) {}

  RowBits run() {
    for (std::size_t row = 0; row < table_.rows(group_); ++row) bits_.set(row);
    if (filter_.from || filter_.until) keep_times();
    if (!filter_.exhibit.empty() && bits_.count() > 0) keep_exhibit();
    if (!filter_.text.empty() && bits_.count() > 0) keep_texts();
    return std::move(bits_);
  }

 private:
  void keep_times() {
    const std::int64_t from = filter_.from.value_or(kAlways),
                       until = filter_.until.value_or(kNever);
    RowBits found(table_.rows(group_));
    for (std::size_t c = RecordTable::kOwn; c < table_.columns().size(); ++c) {
      if (table_.columns()[c].kind != Kind::time) continue;
      const auto range = table_.range(group_, c);
      if (range && (range->second < from || range->first >= until)) continue;
      mark_numbers(c, found, [&](std::int64_t t) { return t >= from && t < until; });
    }
    bits_.keep(found);
  }

  void keep_exhibit() {
    RowBits found(table_.rows(group_));
    mark_texts(table_, group_, 0, TextSearch(filter_.exhibit, Compare::equals), found);
    bits_.keep(found);
  }

  void keep_texts() {
    RowBits found(table_.rows(group_));
    const TextSearch search(filter_.text, filter_.compare);
    if (filter_.column) {
      mark_column(*filter_.column, search, found);
    } else {
      for (std::size_t c = 1; c < table_.columns().size(); ++c)
        if (holds_text(table_.columns()[c].kind)) mark_texts(table_, group_, c, search, found);
    }
    bits_.keep(found);
  }

  void mark_column(std::size_t c, const TextSearch& search, RowBits& found) {
    const Kind kind = table_.columns()[c].kind;
    if (holds_text(kind)) {
      mark_texts(table_, group_, c, search, found);
    } else if (kind == Kind::real) {
      mark_values(c, found, [&](const ColumnBatches& batch, std::size_t value) {
        return search.fits(written(batch.real(value)));
      });
    } else {
      mark_numbers(c, found, [&](std::int64_t n) { return search.fits(written(kind, n)); });
    }
  }

  template <class Fits>
  void mark_numbers(std::size_t c, RowBits& found, const Fits& fits) {
    mark_values(c, found, [&](const ColumnBatches& batch, std::size_t value) {
      return fits(batch.number(value));
    });
  }

  template <class Fits>
  void mark_values(std::size_t c, RowBits& found, const Fits& fits) {
    auto batch = table_.read(group_, c);
    while (batch.next())
      for (std::size_t i = 0, value = 0; i < batch.size(); ++i)
        if (batch.present(i) && fits(batch, value++)) found.set(batch.first() + i);
  }

  const RecordTable& table_;
  const RowFilter& filter_;
  std::size_t group_;
  RowBits bits_;
};

}  // namespace

Result<void> RowSearch::look_on(const Until& until) {
  const std::size_t first = found_.groups();
  std::atomic<bool> stop{false};
  const auto enough = [&] {
    return found_.count() >= until.found || found_.groups() - first >= until.groups;
  };
  if (whole() || enough()) return {};
  return each_group_from(
      *table_, first, stop,
      [&](std::size_t group) { return GroupFilter(*table_, filter_, group).run(); },
      [&](std::size_t, RowBits bits) {
        found_.add(std::move(bits));
        stop = enough();
      });
}

Result<RowSet> matching(const RecordTable& table, const RowFilter& filter) {
  RowSearch search(table, filter);
  TRY(search.look_on({}));
  return search.found();
}

std::string written(Kind kind, std::int64_t number) {
  if (kind != Kind::time) return std::to_string(number);
  const auto time = time_at_us(number, 0);
  return time ? iso8601(*time) : std::to_string(number) + " µs";
}

std::string written(double number) {
  return std::isfinite(number) ? json_number(number) : std::to_string(number);
}

}  // namespace bridle
