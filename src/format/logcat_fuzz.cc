#include <cstddef>
#include <cstdint>

#include "base/bytes.h"
#include "base/text.h"
#include "format/logcat.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto all = as_text(std::as_bytes(std::span(data, size)));
  const auto inside = [&](std::string_view part) {
    return part.empty() || (part.data() >= all.data() && part.end() <= all.end());
  };
  for (const std::string_view line : split(all, '\n')) {
    (void)logcat_buffer(line);
    const auto read = read_logcat_line(line);
    if (!read) continue;
    if (!inside(read->shown) || !inside(read->user) || !inside(read->tag) || !inside(read->text))
      __builtin_trap();
    if ((read->clock == LogClock::exact) != read->time.has_value()) __builtin_trap();
  }
  return 0;
}
