// Sorts more lines than memory holds: runs are sorted in memory, kept in files without a name, and
// merged.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sink/private_file.h"

namespace bridle {

class SortedLines {
 public:
  // `folder` must have room for all lines; `memory` is what one run may take.
  explicit SortedLines(std::filesystem::path folder, std::size_t memory = 64 << 20)
      : folder_(std::move(folder)), memory_(memory) {}
  ~SortedLines();
  SortedLines(const SortedLines&) = delete;
  SortedLines& operator=(const SortedLines&) = delete;

  // Lines with the same key keep the order of the calls. A failure is told by write_to().
  void add(std::int64_t key, std::string_view line);
  Result<void> write_to(PrivateFile& out);

 private:
  struct Line {
    std::int64_t key;
    std::size_t at, size;
  };
  void sort();
  void spill();

  std::filesystem::path folder_;
  std::size_t memory_;
  std::string text_;
  std::vector<Line> lines_;
  std::vector<int> runs_;  // descriptors
  bool failed_ = false;
};

}  // namespace bridle
