#include "engine/phones.h"

#include <algorithm>
#include <system_error>

namespace bridle {
namespace {

namespace fs = std::filesystem;

// Sorted; nothing if the folder cannot be read to its end.
std::vector<fs::path> entries(const fs::path& folder, std::error_code& error) {
  std::vector<fs::path> out;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    out.push_back(at->path());
  if (error) out.clear();
  std::ranges::sort(out);
  return out;
}

}  // namespace

std::expected<Phones, std::string> phones_in(const fs::path& folder) {
  std::error_code error;
  const auto found = entries(folder, error);
  if (error) return std::unexpected(folder.string() + ": " + error.message());
  Phones out;
  for (const fs::path& path : found) {
    std::error_code unreadable;
    if (!fs::is_directory(path, unreadable)) {
      out.others.push_back(path.filename().string());
      continue;
    }
    Phone phone{.name = path.filename().string(), .exhibits = {}};
    for (const fs::path& exhibit : entries(path, unreadable))
      phone.exhibits.push_back(exhibit.string());
    out.phones.push_back(std::move(phone));
  }
  return out;
}

}  // namespace bridle
