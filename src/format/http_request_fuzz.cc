#include <cstddef>
#include <cstdint>

#include "base/bytes.h"
#include "format/http_request.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto request = http_request(as_text(std::as_bytes(std::span(data, size))));
  if (!request) return 0;
  if (!request->path.starts_with('/') || request->path.find('\0') != std::string::npos)
    __builtin_trap();
  (void)cookie(*request, "bridle");
  return 0;
}
