#include "cli/mvt_folders.h"

#include <cstdlib>
#include <string>

namespace bridle {

namespace fs = std::filesystem;

fs::path mvt_case(const fs::path& results, int n) {
  return results / (n == 1 ? "bridle-case" : "bridle-case-" + std::to_string(n));
}

std::optional<ScratchFolder> ScratchFolder::make() {
  std::error_code failed;
  std::string name = (fs::temp_directory_path(failed) / "bridle-mvt-XXXXXX").string();
  if (failed || mkdtemp(name.data()) == nullptr) return {};
  return ScratchFolder(std::move(name));
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace bridle
