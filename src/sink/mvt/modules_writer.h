// Writes the files of MVT's modules out of a case's records.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/zone.h"
#include "record/outcome.h"
#include "sink/mvt/alerts.h"
#include "sink/mvt/module.h"
#include "sink/sorted_lines.h"

namespace bridle {

// What a finding is about, once a module has shown it.
struct MvtShown {
  const MvtModule* module = nullptr;
  std::string event;  // JSON at depth 0
};

class MvtModulesWriter {
 public:
  // With an empty `output` nothing is written, but all is counted and told.
  MvtModulesWriter(std::filesystem::path records, std::filesystem::path output,
                   const Outcome& outcome, Zone zone);

  // Writes <slug>.json if the module has records, and gives their number.
  Result<std::size_t> write(const MvtModule& module, SortedLines& timeline);

  // By the index of the finding.
  const std::vector<MvtShown>& shown() const { return shown_; }
  // Objects for urls.json, each as JSON at depth 1.
  const std::vector<std::string>& urls() const { return urls_; }

 private:
  class ModuleFile;
  Result<void> write_source(const MvtModule& module, const MvtSource& source, ModuleFile& out,
                            SortedLines& timeline);
  void note_links(const MvtModule& module, const MvtSource& source, const MvtRow& row);

  std::filesystem::path records_, output_;
  const Outcome& outcome_;
  Zone zone_;
  std::vector<MvtShown> shown_;
  std::vector<std::string> urls_;
};

}  // namespace bridle
