#include <cstddef>
#include <cstdint>
#include <span>

#include "format/notification_history.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto inside = [&](std::uint64_t at) {
    if (at > size) __builtin_trap();
  };
  const auto done =
      read_notifications(std::as_bytes(std::span(data, size)),
                         {.notification = [&](const ShownNotification& n) { inside(n.at); },
                          .broken = [&](const Error& e) { inside(e.at); }});
  if (!done) inside(done.error().at);
  return 0;
}
