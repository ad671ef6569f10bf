#include "source/store.h"

#include <algorithm>

namespace bridle {

Result<void> Store::fetch(std::span<const std::size_t>) {
  return {};
}

Result<std::optional<Digest>> Store::digest(std::size_t) const {
  return std::nullopt;
}

std::optional<std::size_t> Store::find(std::string_view path) const {
  const auto all = files();
  const auto at = std::ranges::lower_bound(
      all, path, {}, [](const Stored& f) -> std::string_view { return f.path; });
  if (at == all.end() || at->path != path) return {};
  return static_cast<std::size_t>(at - all.begin());
}

}  // namespace bridle
