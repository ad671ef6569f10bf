// result.json: the verdict and all that stands behind it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "record/outcome.h"
#include "sink/json.h"

namespace bridle {

// The file's bytes (docs/result.schema.json).
std::string result_json(const Outcome& outcome);

// One finding, and one pack, as they stand in the file.
void write_finding(Json& out, const Finding& finding, std::size_t index);
void write_pack(Json& out, const AppliedPack& pack);

// The findings alone, one object in a line, as they stand in the file.
std::string findings_jsonl(const Outcome& outcome);

// What such a file says; Errc::malformed if it is none, Errc::unsupported if its schema is newer.
// Nothing is taken from it that result_json() does not write.
Result<Outcome> read_result(std::string_view json);

}  // namespace bridle
