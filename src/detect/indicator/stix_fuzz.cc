#include <cstdint>
#include <cstdlib>

#include "base/bytes.h"
#include "detect/indicator/json.h"
#include "detect/indicator/readers.h"

// Any JSON as a bundle. What is taken has a value, what is not a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json =
      bridle::JsonDocument::parse(bridle::as_text(std::as_bytes(std::span(data, size))));
  if (!json) return 0;
  bridle::Pack pack{.name = "fuzz", .sha256 = {}, .indicators = {}, .skipped = {}};
  const auto read = bridle::read_stix(json->root(), pack);
  if (!read && !pack.indicators.empty()) std::abort();
  for (const auto& one : pack.indicators)
    if (one.value.empty()) std::abort();
  for (const auto& one : pack.skipped)
    if (one.why.empty()) std::abort();
  return 0;
}
