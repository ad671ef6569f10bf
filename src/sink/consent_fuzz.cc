#include <cstddef>
#include <cstdint>

#include "base/bytes.h"
#include "sink/consent.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto read = consent(as_text(std::as_bytes(std::span(data, size))));
  if (!read) return 0;
  Json out;
  write_consent(out, *read, "");
  return 0;
}
