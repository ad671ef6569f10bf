#include <cstddef>
#include <cstdint>

#include "format/appended.h"

// The first byte says where the file's own end is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes bytes = std::as_bytes(std::span(data, size));
  if (bytes.empty()) return 0;
  const MemoryContent content(bytes.subspan(1));
  (void)appended(content, data[0]);
  (void)appended(content, std::nullopt);
  return 0;
}
