#include "format/sqlite_free_parts.h"

#include <algorithm>

namespace bridle {

std::vector<SqliteFreePart> free_parts(const SqlitePage& page) {
  using Sort = SqliteFreePart::Sort;
  constexpr std::size_t kHead = 4;
  const auto u16 = [&](std::size_t at) {
    return static_cast<std::size_t>(big_endian(page.bytes.subspan(at), 2));
  };
  std::vector<SqliteFreePart> out;
  const std::size_t header = page.first - (page.inner() ? 12 : 8);
  const std::size_t list_end = page.first + 2 * std::size_t{page.cells};
  std::size_t content = u16(header + 5);
  if (content == 0) content = 65536;
  content = std::min(content, page.bytes.size());
  if (list_end < content) out.push_back({Sort::gap, list_end, content});
  std::size_t last = 0;
  for (std::size_t at = u16(header + 1); at != 0;) {
    // The blocks stand in order; a chain that goes back is damaged or hostile.
    if (at <= last || at < content || at + kHead > page.bytes.size()) break;
    const std::size_t size = u16(at + 2);
    if (size < kHead || size > page.bytes.size() - at) break;
    out.push_back({Sort::block, at, at + size});
    last = at;
    at = u16(at);
  }
  return out;
}

}  // namespace bridle
