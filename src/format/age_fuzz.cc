#include <cstddef>
#include <cstdint>

#include "format/age.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes all = std::as_bytes(std::span(data, size));
  (void)age::identity(as_text(all));
  const auto head = age::head(all);
  if (!head) return 0;
  if (head->size > size || head->mac_at > head->size) __builtin_trap();
  (void)age::file_key(*head, all, {.identity = age::Secret{}});
  return 0;
}
