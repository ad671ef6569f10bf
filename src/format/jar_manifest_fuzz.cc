#include <cstddef>
#include <cstdint>

#include "format/jar_manifest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto manifest = jar_manifest(std::as_bytes(std::span(data, size)));
  if (!manifest) return 0;
  for (const JarSection& section : manifest->sections) {
    (void)strongest_digest(section, "-digest");
    (void)manifest->find(section.name);
  }
  return 0;
}
