#include <libdeflate.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>

#include "base/bytes.h"
#include "lake/lookups.h"

// Any bytes, with the right sum behind them, as look-ups of a file of 77 bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(bridle::as_text(std::as_bytes(std::span(data, size))));
  const std::uint32_t sum = libdeflate_crc32(0, bytes.data(), bytes.size());
  bytes += bridle::as_text(std::as_bytes(std::span(&sum, 1)));
  const auto lookups = bridle::Lookups::parse(std::move(bytes), {.size_of_records = 77, .key = 7});
  if (!lookups) return 0;
  const bridle::WantedKeys wanted({1, 2, 3});
  const std::size_t groups = std::min<std::size_t>(lookups->groups(), 100);
  for (std::size_t group = 0; group < groups; ++group)
    (void)lookups->fields_with(group, wanted, wanted);
  return 0;
}
