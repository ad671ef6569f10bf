#include <cstddef>
#include <cstdint>

#include "format/tombstone.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes all = std::as_bytes(std::span(data, size));
  (void)tombstone_of_protobuf(all);
  (void)tombstones_of_text(MemoryContent(all));
  return 0;
}
