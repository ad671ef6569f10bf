#include <cstddef>
#include <cstdint>

#include "base/bytes.h"
#include "sink/custody.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto lines = custody_lines(as_text(std::as_bytes(std::span(data, size))));
  (void)broken_at(lines);
  if (!lines.empty() && lines.back().readable)
    (void)custody_line(lines.back().deed, lines.size(), lines.back().text);
  return 0;
}
