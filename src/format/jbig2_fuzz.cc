#include <cstddef>
#include <cstdint>

#include "format/jbig2.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bridle::Bytes all = std::as_bytes(std::span(data, size));
  (void)bridle::read_jbig2_file(all);
  // The first byte says where the shared segments end.
  const std::size_t shared = size == 0 ? 0 : data[0] * size / 256;
  (void)bridle::read_jbig2(all.first(shared), all.subspan(shared));
  return 0;
}
