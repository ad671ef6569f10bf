#include <cstdint>
#include <vector>

#include "detect/indicator/matcher.h"
#include "detect/indicator/pack.h"

// Any file as a pack, and its bytes as values of every kind against what it holds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bridle::Kind;
  const auto bytes = std::as_bytes(std::span(data, size));
  const auto pack = bridle::read_pack("fuzz", bytes);
  if (!pack) return 0;
  const bridle::Matcher matcher(std::span(&*pack, 1));
  std::vector<bridle::Hit> hits;
  for (int kind = 0; kind <= static_cast<int>(Kind::profile); ++kind)
    matcher.match(static_cast<Kind>(kind), bridle::as_text(bytes), hits);
  return 0;
}
