// Which rows of a table are looked for, and finding them on all cores.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

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

// A search through a table, as far as it has come: who looks at the first rows need not wait for
// the last. The table must outlive it.
class RowSearch {
 public:
  RowSearch(const RecordTable& table, RowFilter filter)
      : table_(&table), filter_(std::move(filter)) {}

  bool is_for(const RecordTable& table, const RowFilter& filter) const {
    return table_ == &table && filter_ == filter;
  }
  const RowSet& found() const { return found_; }
  bool whole() const { return found_.groups() == table_->groups(); }

  // Looks on until so many rows are found in all, or for so many groups of rows. Errc::malformed if
  // the file is damaged.
  struct Until {
    std::uint64_t found = kEverything;
    std::uint64_t groups = kEverything;
  };
  Result<void> look_on(const Until& until);

 private:
  static constexpr auto kEverything = std::numeric_limits<std::uint64_t>::max();
  const RecordTable* table_;
  RowFilter filter_;
  RowSet found_;
};

// All of them at once. Errc::malformed if the file is damaged.
Result<RowSet> matching(const RecordTable& table, const RowFilter& filter);

// A number or time as the page writes it.
std::string written(Kind kind, std::int64_t number);
std::string written(double number);

}  // namespace bridle
