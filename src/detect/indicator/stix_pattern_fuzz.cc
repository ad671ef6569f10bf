#include <cstdint>
#include <cstdlib>

#include "base/bytes.h"
#include "detect/indicator/stix_pattern.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pattern =
      bridle::parse_stix_pattern(bridle::as_text(std::as_bytes(std::span(data, size))));
  if (pattern.values.empty() && pattern.refused.empty()) std::abort();  // silence
  return 0;
}
