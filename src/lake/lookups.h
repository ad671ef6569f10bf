// Beside each file of a lake's records: by what indicators would be found in it. For each group of
// rows and each column that a hunt looks at, the keys that a matcher notes for its values
// (detect/indicator/matcher.h). Where none of an indicator's keys stands it does not apply, and the
// hunt never opens the records.
//
// SEGMENT/lookups/artefact=ID/year=Y/N.lookups, numbers little-endian:
//   "bridle-lookups/1"
//   keys        6 bytes each, blinded (lake/key_blinding.h): ascending, of the first group's first
//               column, its second, …
//   columns     two u32 each: the field's place in the file of records; 1 if it holds hosts
//   counts      u32 each, in the order of the keys
//   trailer     u32 columns, u32 groups, u64 size of the file of records, u64 which key blinded
//   them,
//               u32 CRC-32 of all before
//
// It can always be done without: then a hunt looks at the values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "detect/indicator/matcher.h"
#include "engine/unremarkable.h"
#include "lake/lake_keys.h"
#include "lake/lake_table.h"
#include "record/rows.h"
#include "sink/private_file.h"

namespace bridle {

class LookupsWriter {
 public:
  // Errc::io. `keys` must outlive it.
  static Result<std::unique_ptr<LookupsWriter>> create(const std::filesystem::path& records,
                                                       std::span<const Field> fields,
                                                       LakeKeys& keys);

  void add(std::span<const Value> values);  // of a record, as the lake keeps them
  void end_group();                         // once for each group of the records' file
  Result<void> close();                     // after that file. Errc::io

 private:
  struct Column {
    SearchedColumn about;
    std::vector<std::uint64_t> noted = {};
    Unremarkable met = Unremarkable(1 << 14);
  };

  LookupsWriter(std::filesystem::path records, PrivateFile file, LakeKeys& keys);
  void note(const Column& column, std::string_view value);
  void write(std::string_view bytes);

  std::filesystem::path records_;
  PrivateFile file_;
  LakeKeys& keys_;
  std::vector<std::uint64_t> noted_ = {};
  Matcher noting_;
  std::vector<Column> columns_ = {};
  std::vector<std::uint32_t> counts_ = {};
  std::uint32_t crc_ = 0;
  std::string text_ = {};
};

// Keys, blinded, that some of a lake's may be.
class WantedKeys {
 public:
  WantedKeys() = default;
  explicit WantedKeys(std::vector<std::uint64_t> keys);

  bool has(std::uint64_t key) const;

 private:
  std::vector<std::uint64_t> sorted_ = {};
  std::vector<std::uint64_t> filter_ = {0};  // a bit for the end of each key
};

class Lookups {
 public:
  // What they must have been written for.
  struct Belongs {
    std::uint64_t size_of_records;
    std::uint64_t key;  // KeyBlinding::mark()
  };

  // Those of a file of records, if they are of this version, of that very file and of that key of
  // a lake. Errc::missing, Errc::malformed.
  static Result<Lookups> of(const std::filesystem::path& records, std::uint64_t key);
  static Result<Lookups> parse(std::string bytes, const Belongs& to);

  std::size_t groups() const { return groups_; }
  // Places of the fields in a group that hold a wanted key; ascending.
  std::vector<std::size_t> fields_with(std::size_t group, const WantedKeys& in_values,
                                       const WantedKeys& in_hosts) const;

 private:
  struct Column {
    std::size_t field;
    bool hosts;
  };
  std::string bytes_;
  std::size_t groups_ = 0;
  std::vector<Column> columns_;
  std::vector<std::size_t> begins_;  // of each list in the bytes, and the end of the last
};

// Where the look-ups of a file of records are.
std::filesystem::path lookups_of(const std::filesystem::path& records);

}  // namespace bridle
