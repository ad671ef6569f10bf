#include "cli/scratch_folder.h"

#include <cstdlib>
#include <string>

namespace bridle {

namespace fs = std::filesystem;

std::optional<ScratchFolder> ScratchFolder::make() {
  std::error_code failed;
  std::string name = (fs::temp_directory_path(failed) / "bridle-XXXXXX").string();
  if (failed || mkdtemp(name.data()) == nullptr) return {};
  return ScratchFolder(std::move(name));
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace bridle
