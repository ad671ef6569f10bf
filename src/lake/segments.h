// A lake's folder: what each addition brought lies in a segment of its own, which appears whole or
// not at all.
//
//   LAKE/lake.json                 {"schema": "bridle-lake/1"}
//   LAKE/lake.key                  what seals identifiers (lake/identifier_seal.h)
//   LAKE/custody.jsonl             who added and removed what, when
//   LAKE/segments/000001/          one commit: renamed to this name when all of it was on the disk
//     segment.json                 its cases, and the segments that it stands in for
//     results/NAME.json            each case's result.json, byte for byte
//     records/artefact=ID/year=Y/N.parquet    the records of all its cases (lake/lake_table.h)
//   LAKE/staging/…                 what is being written; of no meaning to readers
//
// A lock on lake.json, which ends with its process, is shared by those who read, and held alone by
// those who give segments their names or remove them. Writing one needs none.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "source/descriptor.h"

namespace bridle {

struct LakeCase {
  std::string name;  // of its folder when it was added
  std::string id;    // "C-…": of its exhibits
};

struct Segment {
  std::string name;  // "000001"
  std::filesystem::path path;
  std::vector<LakeCase> cases;  // by name
  std::vector<std::string> replaces;
  std::uint64_t records = 0;
};

enum class Hold : std::uint8_t { shared, alone };

// Waits for it; lets go when it ends. Errc::io.
Result<Descriptor> hold_lake(const std::filesystem::path& lake, Hold how);

// Those that count: whole, and not replaced by another; by name. Errc::malformed.
Result<std::vector<Segment>> live_segments(const std::filesystem::path& lake);

// The files of its records, of one artefact or of all, in an order that only their names decide.
std::vector<std::filesystem::path> files_of(const Segment& segment, std::string_view artefact);
// The artefact whose records such a file holds.
std::string artefact_of_file(const std::filesystem::path& file);

// In bytes; 0 if it cannot be told.
std::uint64_t size_of_file(const std::filesystem::path& file);

// A segment that is being written.
class Staging {
 public:
  // Errc::io.
  static Result<Staging> create(const std::filesystem::path& lake);
  ~Staging();  // without commit(): nothing is left of it
  Staging(Staging&&) noexcept = default;
  Staging& operator=(Staging&&) = delete;

  const std::filesystem::path& path() const { return path_; }

  // Gives it the next number, once its bytes are on the disk. The lake must be held alone.
  Result<void> commit(Segment about);

 private:
  Staging(std::filesystem::path lake, std::filesystem::path path, Descriptor held);
  std::filesystem::path lake_, path_;
  Descriptor held_;  // a lock on the folder: whoever tidies up sees that somebody writes in it
};

// Removes segments that others replaced, and what writers left who did not come to an end. The lake
// must be held alone.
void tidy_lake(const std::filesystem::path& lake);

}  // namespace bridle
