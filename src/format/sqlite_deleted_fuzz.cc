// A database with its log and its journal: u16le, u16le sizes of the two, then they, then it. What
// of its tables is deleted, and a query over that.
#include <cstddef>
#include <cstdint>

#include "base/reader.h"
#include "format/sqlite_recover.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  Reader in(std::as_bytes(std::span(data, size)));
  const std::uint16_t log_size = in.u16le();
  const std::uint16_t journal_size = in.u16le();
  const MemoryContent log(in.take(log_size));
  const MemoryContent journal(in.take(journal_size));
  const MemoryContent file(in.take(in.left()));
  auto database = SqliteDatabase::open(file, log_size > 0 ? &log : nullptr,
                                       journal_size > 0 ? &journal : nullptr);
  if (!database) return 0;
  (void)recover(
      *database,
      {.columns = "t.a", .from = "t LEFT JOIN t u ON u.rowid = t.rowid", .row = "t.rowid"},
      [](const SqliteStatement&, const SqliteRecovered&) { return true; },
      [](std::uint64_t, std::string_view) {});
  return 0;
}
