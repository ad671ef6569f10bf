// The findings about each record of one artefact.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "record/outcome.h"
#include "sink/record_reader.h"

namespace bridle {

class FindingsAbout {
 public:
  // Looks into the outcome as long as it lives.
  FindingsAbout(const Outcome& outcome, std::string_view artefact);

  bool none() const { return by_row_.empty(); }
  std::vector<std::size_t> record(const StoredRecord& record) const;  // indices

 private:
  const Outcome& outcome_;
  std::map<std::uint64_t, std::vector<std::size_t>> by_row_;
};

}  // namespace bridle
