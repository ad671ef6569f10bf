#include <cstddef>
#include <cstdint>

#include "format/resource_table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  Arena arena;
  auto table = ResourceTable::parse(std::as_bytes(std::span(data, size)), arena);
  if (!table) return 0;
  for (const std::uint32_t type : {0x7f010000U, 0x7f020000U, 0x01010000U})
    for (std::uint32_t entry = 0; entry < 8; ++entry) {
      (void)table->text(type + entry);
      (void)table->boolean(type + entry);
      (void)table->name(type + entry);
    }
  return 0;
}
