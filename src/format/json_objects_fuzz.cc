#include <cstddef>
#include <cstdint>

#include "format/json_objects.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const MemoryContent content(std::as_bytes(std::span(data, size)));
  JsonObjects objects(content);
  std::uint64_t end = 0;
  while (const auto object = objects.next()) {
    if (objects.at() < end || object->front() != '{' || object->back() != '}') __builtin_trap();
    end = objects.at() + object->size();
  }
  if (end > size) __builtin_trap();
  return 0;
}
