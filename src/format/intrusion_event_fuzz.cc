#include <simdjson.h>

#include <cstddef>
#include <cstdint>

#include "format/intrusion_event.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto line = intrusion_event_line(std::as_bytes(std::span(data, size)));
  if (!line) {
    if (line.error().at > size) __builtin_trap();
    return 0;
  }
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(*line).get(object) != simdjson::SUCCESS) __builtin_trap();
  return 0;
}
