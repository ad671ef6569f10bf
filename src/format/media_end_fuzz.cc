#include <cstddef>
#include <cstdint>

#include "format/media_end.h"

// The first byte chooses the type.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  constexpr std::string_view kTypes[] = {"jpeg", "png", "gif", "webp", "mp4", "pdf"};
  const Bytes bytes = std::as_bytes(std::span(data, size));
  if (bytes.empty()) return 0;
  (void)media_end(MemoryContent(bytes.subspan(1)), kTypes[data[0] % std::size(kTypes)]);
  return 0;
}
