#include <cstddef>
#include <cstdint>

#include "base/bytes.h"
#include "sink/consent.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const std::string text(as_text(std::as_bytes(std::span(data, size))));
  const auto read = consent(text);
  if (!read) return 0;
  Json out;
  write_consent(out, {.consent = *read, .text = text});
  return 0;
}
