#include <cstddef>
#include <cstdint>

#include "format/android_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const MemoryContent content(std::as_bytes(std::span(data, size)));
  (void)read_properties(content,
                        [&](std::uint64_t at, std::string_view name, std::string_view value) {
                          if (at + name.size() + value.size() > size) __builtin_trap();
                        });
  return 0;
}
