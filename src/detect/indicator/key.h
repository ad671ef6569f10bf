// How the index hashes what it enters and what it looks up: one way for both.
#pragma once

#include <cstdint>
#include <string_view>

#include "detect/indicator/host.h"
#include "detect/indicator/table.h"

namespace bridle {

constexpr std::size_t kCutName = 16;  // bytes of a process name that iOS keeps

inline std::uint64_t hash_of(Space space, std::string_view value) {
  Hash hash(space);
  hash.add(value);
  return hash.value();
}

// From its end, so that every parent is a hash on the way.
inline std::uint64_t host_hash(std::string_view host) {
  Hash hash(Space::host);
  for (std::size_t i = host.size(); i-- > 0;) hash.add(host[i]);
  return hash.value();
}

inline std::uint64_t network_hash(const Address& a, unsigned bits) {
  Hash hash(Space::cidr);
  for (const std::uint8_t b : masked(a, bits).bytes) hash.add(static_cast<char>(b));
  hash.add(static_cast<char>(bits));
  return hash.value();
}

inline std::uint64_t address_hash(const Address& a) {
  Hash hash(Space::ip);
  for (const std::uint8_t b : a.bytes) hash.add(static_cast<char>(b));
  return hash.value();
}

}  // namespace bridle
