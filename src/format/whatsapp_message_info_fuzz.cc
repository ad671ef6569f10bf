#include <cstddef>
#include <cstdint>
#include <span>

#include "format/whatsapp_message_info.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto inside = [&](std::uint64_t at) {
    if (at > size) __builtin_trap();
  };
  std::size_t parts = 0;
  const auto done = read_message_info(std::as_bytes(std::span(data, size)),
                                      {.recipient = [&](const WhatsAppRecipient&) { ++parts; },
                                       .sign = [&](const WhatsAppSign&) { ++parts; },
                                       .broken = [&](const Error& e) { inside(e.at); }});
  if (!done) inside(done.error().at);
  if (parts > size) __builtin_trap();
  return 0;
}
