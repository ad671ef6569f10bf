// A worker's packet: what is understood of it is said again in the same bytes.
#include <cstdint>
#include <cstdlib>

#include "base/bytes.h"
#include "engine/worker_message.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes packet = std::as_bytes(std::span(data, size));
  const auto heard = message_of(packet);
  if (heard && packet_of(*heard) != as_text(packet)) std::abort();
  return 0;
}
