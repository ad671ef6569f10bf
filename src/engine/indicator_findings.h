// What the indicators of the packs say about the records of one artefact.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "artefact/artefact.h"
#include "engine/packs.h"
#include "engine/unremarkable.h"
#include "record/finding.h"
#include "record/rows.h"

namespace bridle {

// A pack that lists a popular site can hit every row of a phone: of one artefact's findings no more
// are kept, and what goes beyond is counted.
inline constexpr std::size_t kMostFindings = 5000;

// No value in a finding is longer.
std::string_view shortened(std::string_view s, std::size_t longest = 2000);

// Every time of a record.
std::vector<NamedTime> times_of(std::span<const Field> fields, std::span<const Value> values);

// For one thread.
class IndicatorFindings {
 public:
  IndicatorFindings(const Artefact& artefact, const Indicators& indicators)
      : artefact_(artefact), indicators_(indicators) {}

  // The findings about one record, in the order of its fields, until the next call. Exhibit and
  // locator are the caller's to fill in.
  std::span<Finding> of(std::span<const Value> values);

 private:
  void match(std::size_t field, std::string_view text, std::span<const Value> values);
  Finding finding(const Hit& hit) const;

  const Artefact& artefact_;
  const Indicators& indicators_;
  Unremarkable unremarkable_;
  std::vector<Hit> hits_;
  std::vector<std::string_view> seen_;  // indicator values that the record matched already
  std::vector<Finding> findings_;
};

}  // namespace bridle
