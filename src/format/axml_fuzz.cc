#include <cstddef>
#include <cstdint>

#include "format/android_manifest.h"
#include "format/axml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes bytes = std::as_bytes(std::span(data, size));
  Arena arena;
  if (auto xml = Axml::parse(bytes, arena)) {
    for (auto event = xml->next(); event && *event; event = xml->next())
      for (const AxmlAttribute& attribute : (*event)->attributes) {
        (void)attribute.known_name();
        (void)attribute.integer();
        (void)attribute.boolean();
      }
    (void)xml->oddities();
  }
  arena.clear();
  if (const auto manifest = android_manifest(bytes, arena)) (void)manifest->has_launcher();
  return 0;
}
