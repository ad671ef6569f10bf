#include <cstddef>
#include <cstdint>

#include "format/abx.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  Arena arena;
  AbxReader xml(std::as_bytes(std::span(data, size)), arena);
  std::size_t depth = 0;
  std::uint64_t at = 0;
  for (auto event = xml.next(); event && *event; event = xml.next()) {
    if ((*event)->at < at || (*event)->at >= size) __builtin_trap();
    at = (*event)->at;
    if ((*event)->kind == XmlEvent::Kind::start) ++depth;
    if ((*event)->kind == XmlEvent::Kind::end && depth-- == 0) __builtin_trap();
  }
  return 0;
}
