#include <cstddef>
#include <cstdint>

#include "format/webp.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  (void)webp_parts(MemoryContent(std::as_bytes(std::span(data, size))));
  return 0;
}
