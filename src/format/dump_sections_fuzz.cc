#include <cstddef>
#include <cstdint>

#include "base/bytes.h"
#include "format/dump_sections.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto all = as_text(std::as_bytes(std::span(data, size)));
  DumpSections whole, halves;
  whole.add(all);
  halves.add(all.substr(0, all.size() / 2));
  halves.add(all.substr(all.size() / 2));
  const auto a = whole.finish(), b = halves.finish();
  if (a.size() != b.size()) __builtin_trap();
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].at != b[i].at || a[i].size != b[i].size || a[i].at + a[i].size > size)
      __builtin_trap();
  return 0;
}
