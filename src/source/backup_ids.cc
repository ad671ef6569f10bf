#include "source/backup_ids.h"

#include <algorithm>
#include <charconv>

namespace bridle {
namespace {

constexpr std::size_t kLength = 40;

std::optional<std::uint64_t> number_of(std::string_view file_id) {
  if (file_id.size() != kLength) return {};
  std::uint64_t number = 0;
  const char* const half = file_id.data() + 16;
  const auto [end, ec] = std::from_chars(file_id.data(), half, number, 16);
  if (ec != std::errc{} || end != half) return {};
  return number;
}

}  // namespace

BackupIds::BackupIds(const Store& store, std::string_view root) : store_(store) {
  for (std::size_t i = 0; i < store.files().size(); ++i) {
    std::string_view path = store.files()[i].path;
    if (!path.starts_with(root)) continue;
    path.remove_prefix(root.size());
    const bool in_folder = path.size() == kLength + 3 && path[2] == '/';
    if (in_folder && path.substr(0, 2) == path.substr(3, 2)) path.remove_prefix(3);
    if (const auto number = number_of(path)) ids_.emplace_back(*number, i);
  }
  std::ranges::sort(ids_);
}

std::optional<std::size_t> BackupIds::find(std::string_view file_id) const {
  const auto number = number_of(file_id);
  if (!number) return {};
  for (auto at = std::ranges::lower_bound(ids_, *number, {}, &Id::first);
       at != ids_.end() && at->first == *number; ++at)
    if (store_.files()[at->second].path.ends_with(file_id)) return at->second;
  return {};
}

}  // namespace bridle
