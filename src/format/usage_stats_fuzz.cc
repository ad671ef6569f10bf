#include <cstddef>
#include <cstdint>

#include "format/usage_stats.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes all = std::as_bytes(std::span(data, size));
  std::optional<Error> damage;
  const UsageNames names = UsageNames::read(all, damage);
  if (damage && damage->at > size) __builtin_trap();
  names.each([](std::uint64_t, std::string_view) {});
  const auto inside = [&](std::uint64_t at) {
    if (at > size) __builtin_trap();
  };
  const auto done = read_usage(all, names,
                               {.event = [&](const UsageEvent& e) { inside(e.at); },
                                .app = [&](const UsedApp& a) { inside(a.at); },
                                .broken = [&](const Error& e) { inside(e.at); }});
  if (!done) inside(done.error().at);
  return 0;
}
