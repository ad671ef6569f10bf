#include <cstddef>
#include <cstdint>

#include "format/gif.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  MediaParts parts;
  (void)walk_gif(MemoryContent(std::as_bytes(std::span(data, size))), parts);
  return 0;
}
