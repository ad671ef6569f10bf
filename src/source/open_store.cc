#include <sys/stat.h>

#include "source/directory_store.h"
#include "source/store.h"

namespace bridle {

Result<std::unique_ptr<Store>> open_store(const std::string& path) {
  struct stat s{};
  if (stat(path.c_str(), &s) != 0) return fail(Errc::missing, "there is no such file or folder");
  if (S_ISDIR(s.st_mode)) return open_directory(path);
  return open_single(path);
}

}  // namespace bridle
