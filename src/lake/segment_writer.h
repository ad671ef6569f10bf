// Fills a segment with the records of cases, or with those of other segments.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lake/lake_keys.h"
#include "lake/segments.h"

namespace bridle {

// A file of records, and the case whose they are; empty if the records themselves say so.
struct RecordSource {
  std::filesystem::path file;
  std::string case_name = {};
};

// By artefact.
using RecordSources = std::map<std::string, std::vector<RecordSource>>;

// What could not be read, and of which case; of none if the segment could not be written.
struct NotCopied {
  Error error;
  std::string case_name = {};
};

// Writes to SEGMENT/records what the lake keeps of records of cases (lake/kept.h); how many there
// are.
std::expected<std::uint64_t, NotCopied> write_kept(const RecordSources& from, LakeKeys& keys,
                                                   const std::filesystem::path& segment);

// Copies records of a lake but for those of one case.
std::expected<std::uint64_t, NotCopied> write_again(const RecordSources& from,
                                                    std::string_view without, LakeKeys& keys,
                                                    const std::filesystem::path& segment);

}  // namespace bridle
