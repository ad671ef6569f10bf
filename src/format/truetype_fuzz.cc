#include <cstddef>
#include <cstdint>

#include "format/truetype.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  (void)bridle::read_truetype(std::as_bytes(std::span(data, size)));
  return 0;
}
