#include <cstddef>
#include <cstdint>

#include "format/jpeg.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes bytes = std::as_bytes(std::span(data, size));
  (void)jpeg_frame(bytes);
  std::optional<JpegFrame> first;
  (void)jpeg_end(MemoryContent(bytes), first);
  return 0;
}
