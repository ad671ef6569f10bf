#include <cstddef>
#include <cstdint>

#include "format/sshsig.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes all = std::as_bytes(std::span(data, size));
  (void)ssh_public_key(as_text(all));
  const auto signature = ssh_signature(as_text(all));
  if (signature) (void)is_signature_of(*signature, all);
  return 0;
}
