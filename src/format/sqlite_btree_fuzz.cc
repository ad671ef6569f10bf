// One page, its cells and their records.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "format/sqlite_btree.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  if (size < 480) return 0;  // no page has less to use
  const auto page = read_page(std::as_bytes(std::span(data, size)), 2);
  if (!page) return 0;
  std::vector<SqliteValue> values;
  for (std::uint32_t i = 0; i < page->cells && i < 1000; ++i)
    if (const auto cell = read_cell(*page, i)) (void)read_record(cell->local, values);
  return 0;
}
