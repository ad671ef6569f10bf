#include <cstddef>
#include <cstdint>

#include "format/mbdb.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  Reader in(std::as_bytes(std::span(data, size)));
  if (!mbdb::head(in)) return 0;
  for (;;) {
    const auto record = mbdb::next(in);
    if (!record || !*record) return 0;
  }
}
