// A database with its log and its journal: u16le, u16le sizes of the two, then they, then it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/reader.h"
#include "format/sqlite_pages.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  Reader in(std::as_bytes(std::span(data, size)));
  const std::uint16_t wal_size = in.u16le();
  const std::uint16_t journal_size = in.u16le();
  const MemoryContent wal(in.take(wal_size));
  const MemoryContent journal(in.take(journal_size));
  const MemoryContent database(in.take(in.left()));
  auto pages = SqlitePages::open(database, &wal, &journal);
  if (!pages) return 0;
  std::vector<std::byte> page(pages->page_size());
  for (std::uint32_t n = 0; n <= std::min(pages->last_readable(), 200U) + 1; ++n)
    (void)pages->read(n + 1, page);
  return 0;
}
