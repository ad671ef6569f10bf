// A custody log: whatever stands in it, its lines are counted and told.
#include <cstdint>
#include <cstdlib>

#include "base/bytes.h"
#include "sink/custody_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const CustodyLines read = read_custody_lines(as_text(std::as_bytes(std::span(data, size))));
  if (read.lines.size() > read.count || (read.broken_at && *read.broken_at > read.count))
    std::abort();
  return 0;
}
