// Reads the records of one artefact of a lake, phone after phone's file as they lie there.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "base/result.h"
#include "lake/lake.h"
#include "record/rows.h"

namespace bridle {

// Texts live during the call.
struct LakeRecord {
  std::string_view case_name;
  std::string_view exhibit;       // "E-001"
  std::string_view path;          // of the file that holds the record, in the exhibit's own terms
  std::string_view sha256;        // of that file
  std::uint64_t row = 0;          // as the artefact's page says
  std::span<const Value> values;  // of the fields that were asked for, identifiers opened
};

// Calls take() for each record; a field that a file does not have is empty in all of its records.
// Only the columns of those fields are read. Errc::io, Errc::malformed with what was read before.
Result<void> for_each_record(const Lake& lake, const LakeView& view, std::string_view artefact,
                             std::span<const std::string_view> fields,
                             const std::function<void(const LakeRecord&)>& take);

}  // namespace bridle
