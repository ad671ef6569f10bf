#include "source/inside.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <deque>
#include <memory>
#include <optional>
#include <utility>

#include "base/text.h"

namespace bridle {
namespace {

constexpr int kMostLinks = 40;  // as Linux

std::string here() {
  const std::unique_ptr<char, decltype(&std::free)> path(getcwd(nullptr, 0), &std::free);
  return path ? path.get() : "";
}

// The target if `path` is a symbolic link.
std::optional<std::string> link_at(const std::string& path) {
  std::string target(PATH_MAX, '\0');
  const ssize_t n = readlink(path.c_str(), target.data(), target.size());
  if (n < 0) return {};
  target.resize(static_cast<std::size_t>(n));
  return target;
}

void put_before(std::deque<std::string>& names, std::string_view path) {
  const auto parts = split(path, '/');
  names.insert(names.begin(), parts.begin(), parts.end());
}

// Where a path leads once what does not exist yet is made: realpath() stops at the first missing
// name, and a dangling link would be followed by whoever creates the file.
Result<std::string> resolve(const std::string& path) {
  const bool absolute = path.starts_with('/');
  std::string at;
  std::deque<std::string> names;
  put_before(names, absolute ? path : here() + '/' + path);
  int links = 0;
  while (!names.empty()) {
    const std::string name = std::move(names.front());
    names.pop_front();
    if (name.empty() || name == ".") continue;
    if (name == "..") {
      at.resize(at.empty() ? 0 : at.rfind('/'));
      continue;
    }
    std::string below = at;
    below.append("/").append(name);
    const auto target = link_at(below);
    if (!target) {
      at = std::move(below);
      continue;
    }
    if (++links > kMostLinks) return fail(Errc::malformed, "too many symbolic links");
    if (target->starts_with('/')) at.clear();
    put_before(names, *target);
  }
  return at.empty() ? "/" : at;
}

bool lies_in(const std::string& path, const std::string& folder) {
  if (folder == "/") return true;
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

// The same folder under two names (a bind mount, letters of another case) shows by its inode:
// whether `folder` is one of the existing ancestors of `path`, or `path` itself.
bool lies_in_by_inode(std::string path, const std::string& folder) {
  struct stat there{};
  if (stat(folder.c_str(), &there) != 0) return false;
  for (;;) {
    struct stat s{};
    if (stat(path.c_str(), &s) == 0 && s.st_dev == there.st_dev && s.st_ino == there.st_ino)
      return true;
    if (path == "/") return false;
    path.resize(std::max<std::size_t>(1, path.rfind('/')));
  }
}

}  // namespace

Result<void> check_apart(const std::string& output, const std::string& exhibit) {
  const std::string out = TRY(resolve(output));
  const std::string in = TRY(resolve(exhibit));
  if (lies_in(out, in) || lies_in_by_inode(out, in))
    return fail(Errc::unsupported, "the output lies inside the exhibit");
  if (lies_in(in, out) || lies_in_by_inode(in, out))
    return fail(Errc::unsupported, "the exhibit lies inside the output");
  return {};
}

}  // namespace bridle
