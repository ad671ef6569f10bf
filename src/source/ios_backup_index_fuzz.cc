// Manifest.db or Manifest.mbdb, told apart by how they begin.
#include <cstddef>
#include <cstdint>

#include "base/content.h"
#include "source/ios_backup_index.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  static constexpr std::string_view kReads[] = {"HomeDomain:Library/**"};
  static const Wanted kWanted(kReads);
  const IndexFilter filter{.wanted = kWanted, .media = kWanted, .stored = [](std::string_view id) {
                             return id.front() == '0' ? std::nullopt : std::optional(id.size());
                           }};
  const Bytes bytes = std::as_bytes(std::span(data, size));
  if (as_text(bytes).starts_with("mbdb"))
    (void)read_manifest_mbdb(bytes, filter);
  else
    (void)read_manifest_db(MemoryContent(bytes), filter);
  return 0;
}
