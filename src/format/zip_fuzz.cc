#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "format/zip.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes all = std::as_bytes(std::span(data, size));
  (void)zip::end(all.last(std::min(all.size(), zip::kTail)), size);
  Reader in(all);
  for (auto entry = zip::next(in); entry && *entry;) entry = zip::next(in);
  if (auto local = zip::local(all)) (void)zip::find_descriptor(all, local->entry);
  return 0;
}
