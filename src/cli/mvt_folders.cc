#include "cli/mvt_folders.h"

#include <cstdlib>
#include <string>

namespace bridle {

namespace fs = std::filesystem;

fs::path mvt_case(const fs::path& results, int n) {
  return results / (n == 1 ? "bridle-case" : "bridle-case-" + std::to_string(n));
}

}  // namespace bridle
