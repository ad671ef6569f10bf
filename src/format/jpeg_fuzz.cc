#include <cstddef>
#include <cstdint>

#include "format/jpeg.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes bytes = std::as_bytes(std::span(data, size));
  (void)jpeg_frame(bytes);
  (void)jpeg_end(MemoryContent(bytes));
  return 0;
}
