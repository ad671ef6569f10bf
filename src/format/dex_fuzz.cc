#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "format/dex.h"
#include "format/modified_utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto files = Dex::parse(std::as_bytes(std::span(data, size)));
  if (!files) return 0;
  constexpr std::uint32_t kMost = 1000;
  for (const Dex& dex : *files) {
    std::string plain;
    (void)dex.each_string(
        [&](std::uint64_t, std::string_view text) { (void)utf8_of_modified(text, plain); });
    for (std::uint32_t i = 0; i < std::min(dex.classes(), kMost); ++i)
      (void)dex.class_definition(i);
    for (std::uint32_t i = 0; i < std::min(dex.methods(), kMost); ++i) (void)dex.method(i);
  }
  return 0;
}
