#include "engine/phones.h"

#include <algorithm>
#include <iterator>
#include <string_view>
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

// A backup or an acquisition that was put there in place of a folder with one in it: its hundreds
// of folders are no exhibits.
bool is_one_exhibit(const std::vector<fs::path>& inside) {
  constexpr std::string_view kMarks[] = {"Manifest.db", "Manifest.mbdb", "acquisition.json"};
  return std::ranges::any_of(inside, [&](const fs::path& path) {
    return std::ranges::find(kMarks, path.filename().string()) != std::end(kMarks);
  });
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
    const auto inside = entries(path, unreadable);
    if (is_one_exhibit(inside))
      phone.exhibits.push_back(path.string());
    else
      for (const fs::path& exhibit : inside) phone.exhibits.push_back(exhibit.string());
    out.phones.push_back(std::move(phone));
  }
  return out;
}

}  // namespace bridle
