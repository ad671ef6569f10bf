// An archive: its list, and the bytes and the hash of every member.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "source/archive_store.h"
#include "source/zip_store.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes all = std::as_bytes(std::span(data, size));
  const auto store = read_zip(nullptr, owned_content({all.begin(), all.end()}));
  if (!store) return 0;
  for (std::size_t i = 0; i < (*store)->files().size() && i < 100; ++i) {
    (void)(*store)->open(i);
    (void)(*store)->digest(i);
  }
  return 0;
}
