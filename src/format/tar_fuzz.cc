#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "format/tar.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes all = std::as_bytes(std::span(data, size));
  tar::Extensions extensions;
  if (!all.empty()) (void)extensions.add("xLK"[data[0] % 3], all.subspan(1));
  auto header = tar::header(all.first(std::min(all.size(), tar::kBlock)));
  if (header && *header) extensions.apply(**header);
  return 0;
}
