// A result.json: what is read of it can be written, and reads back as the same.
#include <cstdint>
#include <cstdlib>

#include "base/bytes.h"
#include "sink/result.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto read = read_result(as_text(std::as_bytes(std::span(data, size))));
  if (!read) return 0;
  const std::string written = result_json(*read);
  const auto again = read_result(written);
  if (!again || result_json(*again) != written) std::abort();
  return 0;
}
