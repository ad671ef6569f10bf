// How many records of each table fall into each part of a span of time.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "view/record_table.h"

namespace bridle {

struct TimeSpan {
  std::int64_t from, until;  // µs; until is not in it
};

// Everything that the tables' times span, from what the files state of them; nothing if there is
// no time at all. Far ends that hold only a few odd clocks are part of it.
std::optional<TimeSpan> whole_span(const std::vector<RecordTable>& tables);

struct TimeLane {
  std::string exhibit;              // "E-001"
  std::vector<std::uint64_t> bins;  // times, not records: a record may have several
  std::uint64_t undated = 0;        // records without any time
};

// One lane for each exhibit that the table has records of. Errc::malformed if it is damaged.
Result<std::vector<TimeLane>> time_lanes(const RecordTable& table, TimeSpan span, std::size_t bins);

}  // namespace bridle
