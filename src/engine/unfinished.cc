#include "engine/unfinished.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <chrono>
#include <system_error>
#include <thread>

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr int kTries = 30;
constexpr std::chrono::milliseconds kBetweenTries{100};

// Nobody else holds it, and it is not one that its last holder has just removed.
bool is_ours(const Descriptor& folder, const fs::path& path) {
  struct stat held{}, there{};
  return flock(folder.get(), LOCK_EX | LOCK_NB) == 0 && fstat(folder.get(), &held) == 0 &&
         stat(path.c_str(), &there) == 0 && held.st_ino == there.st_ino;
}

void empty(const fs::path& folder) {
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code ignored;  // what stays is in the way of a phone of its name, which says so
    fs::remove_all(at->path(), ignored);
  }
}

}  // namespace

std::expected<Unfinished, std::string> Unfinished::take(fs::path folder) {
  std::error_code failed;
  if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), failed);
  // The processes of a batch that was killed just now may take a moment to end.
  for (int n = 0; n < kTries; ++n) {
    ::mkdir(folder.c_str(), 0700);
    Descriptor held(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!held) return std::unexpected(folder.string() + ": the folder cannot be made");
    if (is_ours(held, folder)) {
      empty(folder);
      return Unfinished(std::move(folder), std::move(held));
    }
    std::this_thread::sleep_for(kBetweenTries);
  }
  return std::unexpected(folder.string() + ": another batch works there");
}

Unfinished::~Unfinished() {
  if (!held_) return;
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace bridle
