// Which rows of a table are looked for, and finding them on all cores.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "view/record_table.h"
#include "view/row_set.h"
#include "view/text_search.h"

namespace bridle {

struct RowFilter {
  std::string text = {};  // empty: any
  Compare compare = Compare::contains;
  std::optional<std::size_t> column = {};  // nothing: any column of texts
  // Some time of the row is from the one and before the other, in µs.
  std::optional<std::int64_t> from = {}, until = {};
  std::string exhibit = {};  // "E-001"; empty: any

  bool keeps_all() const { return text.empty() && !from && !until && exhibit.empty(); }
  friend bool operator==(const RowFilter&, const RowFilter&) = default;
};

// Errc::malformed if the file is damaged.
Result<RowSet> matching(const RecordTable& table, const RowFilter& filter);

// A number or time as the page writes it.
std::string written(Kind kind, std::int64_t number);
std::string written(double number);

}  // namespace bridle
