#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "format/whatsapp_backup.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto bytes = std::as_bytes(std::span(data, size));
  (void)whatsapp_key_file(bytes);
  (void)key_of_digits(as_text(bytes));
  (void)is_crypt12_end(bytes.last(std::min<std::size_t>(4, size)));
  if (const auto head = whatsapp_backup_head(bytes); head && head->data_at > size) __builtin_trap();
  return 0;
}
