// Writes the records of one artefact of a segment: a file for each year, by the first of a record's
// times, cut where it grows large, and its look-ups.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "lake/lookups.h"
#include "sink/new_files.h"
#include "sink/records.h"

namespace bridle {

class Partitions {
 public:
  // Under SEGMENT/records; the artefact and the keys must outlive it.
  Partitions(const std::filesystem::path& records, const Artefact& artefact, LakeKeys& keys);

  void append(const Origin& origin, std::span<const Value> values);
  // How many records it wrote. Errc::io.
  Result<std::uint64_t> close();

 private:
  struct Part {
    std::unique_ptr<FilesIn> folder;
    RecordFile file;
    std::unique_ptr<LookupsWriter> lookups;
    std::uint64_t rows = 0, number = 0;
    std::size_t groups = 0;  // whose look-ups are written
  };
  Part& part_of(std::span<const Value> values);
  Part started(int year, std::uint64_t number);
  void end(Part& part);

  std::filesystem::path folder_;
  const Artefact& artefact_;
  LakeKeys& keys_;
  std::map<int, Part> parts_;  // by year; 0 is none
  std::uint64_t records_ = 0;
  Result<void> failed_ = {};
};

}  // namespace bridle
