// Writes the records of one artefact of a segment: a file for each year, by the first of a record's
// times, cut where it grows large.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "sink/new_files.h"
#include "sink/records.h"

namespace bridle {

class Partitions {
 public:
  // Under SEGMENT/records; the artefact must outlive it.
  Partitions(const std::filesystem::path& records, const Artefact& artefact);

  void append(const Origin& origin, std::span<const Value> values);
  // How many records it wrote. Errc::io.
  Result<std::uint64_t> close();

 private:
  struct Part {
    std::unique_ptr<FilesIn> folder;
    RecordFile file;
    std::uint64_t rows = 0, number = 0;
  };
  Part& part_of(std::span<const Value> values);
  void end(Part& part);

  std::filesystem::path folder_;
  const Artefact& artefact_;
  std::map<int, Part> parts_;  // by year; 0 is none
  std::uint64_t records_ = 0;
  Result<void> failed_ = {};
};

}  // namespace bridle
