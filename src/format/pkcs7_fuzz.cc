#include <cstddef>
#include <cstdint>

#include "format/pkcs7.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes bytes = std::as_bytes(std::span(data, size));
  (void)pkcs7(bytes, as_bytes("content"));
  (void)certificate(bytes);
  return 0;
}
