#include <cstddef>
#include <cstdint>

#include "format/apk_idsig.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes bytes = std::as_bytes(std::span(data, size));
  if (const auto idsig = apk_idsig(bytes)) (void)verify_idsig(*idsig, MemoryContent(bytes));
  return 0;
}
