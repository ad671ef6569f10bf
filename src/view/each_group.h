// Work on all groups of rows of a table.
#pragma once

#include <atomic>
#include <exception>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "engine/pool.h"
#include "view/record_table.h"

namespace bridle {

// work(group) on all cores, take(group, result) in the order of groups, from `first` on until
// `stop` is set: take() may do that, and groups in work by then are still taken. What the work
// throws, as Parquet's library does for a damaged file, is Errc::malformed: the group's result is
// not taken. One group alone is not worth a thread: a case has fifty such tables, and each would
// wait for one.
template <class Work, class Take>
Result<void> each_group_from(const RecordTable& table, std::size_t first,
                             const std::atomic<bool>& stop, Work work, Take take) {
  using Out = decltype(work(std::size_t{}));
  const auto tried = [&](std::size_t n) -> std::optional<Out> {
    try {
      return work(first + n);
    } catch (const std::exception&) {
      return {};
    }
  };
  bool damaged = false;
  const auto taken = [&](std::size_t n, std::optional<Out> out) {
    damaged |= !out;
    if (out) take(first + n, std::move(*out));
  };
  if (table.groups() == first + 1) {
    taken(0, tried(0));
  } else if (table.groups() > first) {
    std::vector<std::size_t> order(table.groups() - first);
    std::iota(order.begin(), order.end(), std::size_t{0});
    run_ordered({.ahead = 4}, order, stop, tried, taken);
  }
  if (damaged) return fail(Errc::malformed, "a file of records is damaged");
  return {};
}

template <class Work, class Take>
Result<void> each_group(const RecordTable& table, Work work, Take take) {
  const std::atomic<bool> never{false};
  return each_group_from(table, 0, never, work, take);
}

}  // namespace bridle
