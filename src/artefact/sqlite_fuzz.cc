// A whole database through a query, as it is and as what can be built again of it.
#include <cstddef>
#include <cstdint>

#include "artefact/sqlite.h"
#include "format/sqlite_rebuild.h"
#include "record/nowhere.h"

namespace bridle {
namespace {

constexpr Query kQueries[] = {
    {"message LEFT JOIN handle ON handle.rowid = message.handle_id", "message.rowid"}};
constexpr Field kFields[] = {
    {"time", Kind::time, "when", "apple_any(date)"},
    {"text", Kind::content, "what", "text"},
    {"attributed", Kind::content, "what", "attributed_text(body)"},
    {"list", Kind::content, "what", "plist_text(body)"},
    {"who", Kind::account, "from whom", "handle.id"},
};

}  // namespace
}  // namespace bridle

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const MemoryContent content(std::as_bytes(std::span(data, size)));
  Arena arena;
  const File file{.domain = "", .path = "db", .content = &content, .arena = &arena};
  Nowhere out;
  (void)sqlite<kQueries, kFields>(file, out);
  if (auto database = SqliteDatabase::open(content))
    (void)rebuild(database->pages(), "message handle text date handle_id body id",
                  [](std::uint64_t, std::string_view) {});
  return 0;
}
