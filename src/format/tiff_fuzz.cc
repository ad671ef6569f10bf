#include <cstddef>
#include <cstdint>

#include "format/tiff.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  (void)bridle::read_tiff(bridle::MemoryContent(std::as_bytes(std::span(data, size))));
  return 0;
}
