#include <cstddef>
#include <cstdint>

#include "format/time_token.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes all = std::as_bytes(std::span(data, size));
  (void)time_token(all);
  (void)trust_in(all, "");
  return 0;
}
