#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "detect/indicator/matcher.h"
#include "detect/indicator/pack.h"

// Any file as a pack, and its bytes as values of every kind against what it holds: whatever applies
// must be found by the keys that are noted for the value, too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bridle::Kind;
  const auto bytes = std::as_bytes(std::span(data, size));
  const auto pack = bridle::read_pack("fuzz", bytes);
  if (!pack) return 0;
  const bridle::Matcher matcher(std::span(&*pack, 1));
  std::vector<std::uint64_t> noted;
  const bridle::Matcher noting(noted);
  const auto keys = matcher.keys();
  std::vector<bridle::Hit> hits;
  for (int kind = 0; kind <= static_cast<int>(Kind::profile); ++kind) {
    hits.clear();
    noted.clear();
    matcher.match(static_cast<Kind>(kind), bridle::as_text(bytes), hits);
    noting.match(static_cast<Kind>(kind), bridle::as_text(bytes), hits);
    const bool known = std::ranges::any_of(
        noted, [&](std::uint64_t key) { return std::ranges::binary_search(keys, key); });
    if (!hits.empty() && !known && !matcher.has_patterns()) std::abort();
  }
  return 0;
}
