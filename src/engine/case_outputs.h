// The files of a case that a worker may have: made by its supervisor, each only under a name that
// the catalogue knows, and given their names once all are whole.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "artefact/artefact.h"
#include "engine/worker_files.h"
#include "sink/case_folder.h"

namespace bridle {

class CaseOutputs : public WorkerFiles {
 public:
  CaseOutputs(std::filesystem::path folder, std::span<const Artefact* const> catalogue)
      : path_(std::move(folder)), catalogue_(catalogue) {}
  ~CaseOutputs() override;  // without finish(): nothing is left of the folder
  CaseOutputs(const CaseOutputs&) = delete;
  CaseOutputs& operator=(const CaseOutputs&) = delete;

  Result<void> open() override;
  Result<Descriptor> create(const std::string& name) override;
  void keep(const std::string& name) override;
  void drop(const std::string& name) override;
  void clear() override;
  // Gives all that are to be kept their names. Errc::io.
  Result<void> finish();

  // After open().
  const CaseFolder& folder() const { return *folder_; }

 private:
  bool has(const std::string& name) const;

  std::filesystem::path path_;
  std::span<const Artefact* const> catalogue_;
  std::optional<CaseFolder> folder_;
  std::set<std::string> open_, whole_;
  bool finished_ = false;
};

}  // namespace bridle
