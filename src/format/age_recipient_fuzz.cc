#include <cstddef>
#include <cstdint>

#include "format/age_recipient.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes all = std::as_bytes(std::span(data, size));
  const auto some = age::recipients(as_text(all));
  if (!some) return 0;
  const std::string secret(32, 's');
  for (const age::Recipient& one : *some) {
    if (one.key.size() != 32) __builtin_trap();
    (void)age::wrapped(one, std::string(16, 'k'), as_bytes(secret));
  }
  return 0;
}
