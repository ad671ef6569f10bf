// A page of 512 bytes or more, searched for the rows of tables of several shapes.
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "format/sqlite_carve.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  if (size < 480 || size > 65536) return 0;  // no page has less or more to use
  static const auto kColumns =
      std::array{columns_of("CREATE TABLE a(id INTEGER PRIMARY KEY, text TEXT, n INTEGER, r REAL)"),
                 columns_of("CREATE TABLE b(name TEXT, value)"),
                 columns_of("CREATE TABLE c(n INTEGER, data BLOB, late NUMERIC)")};
  const Bytes bytes = std::as_bytes(std::span(data, size));
  std::vector<SqliteRemnant> found;
  for (const auto& columns : kColumns) {
    const SqliteCarver carver(*columns, SqliteText::utf8);
    carver.carve(bytes, {.begin = 0, .end = size}, found);
    const auto page = read_page(bytes, 2);
    if (!page) continue;
    for (const SqliteFreePart& part : free_parts(*page)) carver.carve(bytes, part, found);
  }
  for (const SqliteRemnant& row : found)
    if (row.record.size() > row.size || row.at >= size) __builtin_trap();
  return 0;
}
