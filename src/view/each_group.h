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

// work(group) on all cores, take(group, result) in the order of groups. What the work throws, as
// Parquet's library does for a damaged file, is Errc::malformed: the group's result is not taken.
// A table of one group is not worth a thread: a case has fifty such, and each would wait for one.
template <class Work, class Take>
Result<void> each_group(const RecordTable& table, Work work, Take take) {
  using Out = decltype(work(std::size_t{}));
  const auto tried = [&](std::size_t group) -> std::optional<Out> {
    try {
      return work(group);
    } catch (const std::exception&) {
      return {};
    }
  };
  bool damaged = false;
  const auto taken = [&](std::size_t group, std::optional<Out> out) {
    damaged |= !out;
    if (out) take(group, std::move(*out));
  };
  if (table.groups() == 1) {
    taken(0, tried(0));
  } else {
    std::vector<std::size_t> order(table.groups());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::atomic<bool> never{false};
    run_ordered({.ahead = 4}, order, never, tried, taken);
  }
  if (damaged) return fail(Errc::malformed, "a file of records is damaged");
  return {};
}

}  // namespace bridle
