#include "view/timeline.h"

#include <algorithm>
#include <optional>

#include "view/each_group.h"
#include "view/row_set.h"

namespace bridle {
namespace {

using Lanes = std::map<std::string, TimeLane, std::less<>>;

class GroupTimes {
 public:
  GroupTimes(const RecordTable& table, TimeSpan span, std::size_t bins, std::size_t group)
      : table_(table), span_(span), bins_(bins), group_(group), dated_(table.rows(group)) {}

  Lanes run() {
    read_exhibits();
    for (std::size_t c = RecordTable::kOwn; c < table_.columns().size(); ++c)
      if (table_.columns()[c].kind == Kind::time) count(c);
    for (std::size_t row = 0; row < table_.rows(group_); ++row)
      lane_of(row).undated += !dated_.has(row);
    return std::move(lanes_);
  }

 private:
  // Records of an exhibit come in runs.
  void read_exhibits() {
    auto batch = table_.read(group_, 0);
    while (batch.next())
      for (std::size_t i = 0; i < batch.size(); ++i)
        if (runs_.empty() || runs_.back().second->exhibit != batch.text(i))
          runs_.emplace_back(batch.first() + i, &lane(batch.text(i)));
  }

  TimeLane& lane(std::string_view exhibit) {
    const auto at = lanes_.find(exhibit);
    if (at != lanes_.end()) return at->second;
    return lanes_
        .emplace(exhibit, TimeLane{std::string(exhibit), std::vector<std::uint64_t>(bins_)})
        .first->second;
  }

  TimeLane& lane_of(std::size_t row) {
    if (row < runs_[run_].first) run_ = 0;
    while (run_ + 1 < runs_.size() && runs_[run_ + 1].first <= row) ++run_;
    return *runs_[run_].second;
  }

  void count(std::size_t column) {
    const double width = static_cast<double>(span_.until) - static_cast<double>(span_.from);
    const double scale = static_cast<double>(bins_) / width;
    auto batch = table_.read(group_, column);
    while (batch.next())
      for (std::size_t i = 0, value = 0; i < batch.size(); ++i) {
        if (!batch.present(i)) continue;
        const std::size_t row = batch.first() + i;
        const std::int64_t time = batch.number(value++);
        dated_.set(row);
        if (time < span_.from || time >= span_.until) continue;
        const double at = (static_cast<double>(time) - static_cast<double>(span_.from)) * scale;
        ++lane_of(row).bins[std::min(static_cast<std::size_t>(at), bins_ - 1)];
      }
  }

  const RecordTable& table_;
  TimeSpan span_;
  std::size_t bins_, group_;
  RowBits dated_;
  Lanes lanes_;
  std::vector<std::pair<std::size_t, TimeLane*>> runs_;  // first row, and whose it is
  std::size_t run_ = 0;
};

void add(Lanes& all, const Lanes& more) {
  for (const auto& [exhibit, lane] : more) {
    const auto [at, fresh] = all.try_emplace(exhibit, lane);
    if (fresh) continue;
    at->second.undated += lane.undated;
    for (std::size_t i = 0; i < lane.bins.size(); ++i) at->second.bins[i] += lane.bins[i];
  }
}

}  // namespace

std::optional<TimeSpan> whole_span(const std::vector<RecordTable>& tables) {
  std::optional<TimeSpan> out;
  for (const RecordTable& table : tables)
    for (std::size_t c = RecordTable::kOwn; c < table.columns().size(); ++c) {
      if (table.columns()[c].kind != Kind::time) continue;
      for (std::size_t g = 0; g < table.groups(); ++g) {
        const auto range = table.range(g, c);
        if (!range || range->first < kEarliest.us || range->second > kLatest.us) continue;
        if (!out) out = TimeSpan{range->first, std::min(range->second + 1, kLatest.us)};
        out->from = std::min(out->from, range->first);
        out->until = std::min(std::max(out->until, range->second + 1), kLatest.us);
      }
    }
  return out;
}

Result<std::vector<TimeLane>> time_lanes(const RecordTable& table, TimeSpan span,
                                         std::size_t bins) {
  Lanes all;
  TRY(each_group(
      table, [&](std::size_t group) { return GroupTimes(table, span, bins, group).run(); },
      [&](std::size_t, const Lanes& lanes) { add(all, lanes); }));
  std::vector<TimeLane> out;
  for (auto& [exhibit, lane] : all) out.push_back(std::move(lane));
  return out;
}

}  // namespace bridle
