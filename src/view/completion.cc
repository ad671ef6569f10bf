#include "view/completion.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostLooked = 100'000;  // names of one folder

std::string home_of(std::string_view typed) {
  const char* const home = std::getenv("HOME");
  if (!home || !typed.starts_with("~/")) return std::string(typed);
  return home + std::string(typed.substr(1));
}

}  // namespace

std::vector<std::string> completions(std::string_view typed, std::size_t most) {
  const std::string asked = home_of(typed);
  const std::size_t slash = asked.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : asked.substr(0, slash + 1);
  const std::string start = asked.substr(folder.size());
  std::vector<std::string> out;
  std::error_code failed;
  std::size_t looked = 0;
  for (fs::directory_iterator at(folder.empty() ? "." : folder, failed), end;
       !failed && at != end && looked < kMostLooked; at.increment(failed), ++looked) {
    const std::string name = at->path().filename().string();
    if (!name.starts_with(start) || (name.starts_with('.') && !start.starts_with('.'))) continue;
    std::error_code none;
    out.push_back(folder + name + (at->is_directory(none) ? "/" : ""));
  }
  const auto kept = std::min(most, out.size());
  std::ranges::partial_sort(out, out.begin() + static_cast<std::ptrdiff_t>(kept));
  out.resize(kept);
  return out;
}

}  // namespace bridle
