#include <cstddef>
#include <cstdint>

#include "format/netstats_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  Arena arena;
  auto file = NetstatsFile::open(std::as_bytes(std::span(data, size)), arena);
  if (!file) return 0;
  std::uint64_t at = 0;
  for (auto entry = file->next(); entry && *entry; entry = file->next()) {
    if ((*entry)->at <= at || (*entry)->at >= size) __builtin_trap();
    if ((*entry)->buckets.size() > size) __builtin_trap();
    at = (*entry)->at;
  }
  return 0;
}
