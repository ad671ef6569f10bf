// Where the MVT front keeps its case: beside MVT's files, or in a folder that goes when the run
// ends.
#pragma once

#include <filesystem>
#include <optional>
#include <utility>

namespace bridle {

// The n-th case in a folder of results, from 1: scripts use one folder again and again, and a case
// is never written over.
std::filesystem::path mvt_case(const std::filesystem::path& results, int n);

// A folder of its own that is removed with all in it.
class ScratchFolder {
 public:
  static std::optional<ScratchFolder> make();  // nothing if there is no place for it
  ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit ScratchFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

}  // namespace bridle
