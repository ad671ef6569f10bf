#include <cstddef>
#include <cstdint>

#include "format/truetype_program.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  (void)bridle::font_program(std::as_bytes(std::span(data, size)), {});
  return 0;
}
