#include <cstddef>
#include <cstdint>

#include "format/media_type.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes bytes = std::as_bytes(std::span(data, size));
  if (const MediaType* const type = media_type(bytes))
    (void)name_differs(*type, extension_of(as_text(bytes)));
  return 0;
}
