#include <cstddef>
#include <cstdint>

#include "format/keybag.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto bag = Keybag::parse(std::as_bytes(std::span(data, size)));
  if (!bag) return 0;
  const Key key{};
  if (const auto keys = unlock_with_key(*bag, key)) (void)keys->unwrap(3, bag->keys.front().key);
  return 0;
}
