#include <cstddef>
#include <cstdint>

#include "format/dng_opcodes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  (void)dng_opcodes(std::as_bytes(std::span(data, size)), {.width = 64, .height = 64, .planes = 1});
  return 0;
}
