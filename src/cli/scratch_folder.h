// What a verb needs while it runs.
#pragma once

#include <filesystem>
#include <optional>
#include <utility>

namespace bridle {

// A folder of its own, readable by nobody else, that is removed with all in it.
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
