#include <cstddef>
#include <cstdint>

#include "base/bytes.h"
#include "format/allowed_signers.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto list = allowed_signers(as_text(std::as_bytes(std::span(data, size))));
  for (const AllowedSigner& s : list.signers) (void)allows(list, s.key, "bridle-case", Time{0});
  return 0;
}
