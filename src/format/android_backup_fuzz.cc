#include <cstddef>
#include <cstdint>

#include "format/android_backup.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  auto head = android_backup_head(std::as_bytes(std::span(data, size)));
  if (!head || !head->encrypted) return 0;
  head->rounds = 1;  // more cost time and find nothing
  (void)unlock_android_backup(*head, "secret");
  return 0;
}
