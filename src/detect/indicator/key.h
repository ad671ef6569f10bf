// How the index hashes what it enters and what it looks up: one way for both.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "detect/indicator/hash.h"
#include "detect/indicator/host.h"

namespace bridle {

constexpr std::size_t kCutName = 16;  // bytes of a process name that iOS keeps

inline std::uint64_t hash_of(std::string_view value) {
  Hash hash;
  hash.add(value);
  return hash.value();
}

// The labels of a host from its end, so that every parent is a hash on the way: calls
// each(begin, hash) for each name that begins at `begin`, shortest first.
template <class Each>
void for_each_parent(std::string_view host, const Each& each) {
  Hash hash;
  for (std::size_t end = host.size(), i = end; i-- > 0;) {
    if (i != 0 && host[i - 1] != '.') continue;
    hash.add(host.substr(i, end - i));
    each(i, hash.value());
    if (i != 0) end = i - 1;
  }
}

inline std::uint64_t host_hash(std::string_view host) {
  std::uint64_t out = 0;
  for_each_parent(host, [&](std::size_t, std::uint64_t hash) { out = hash; });
  return out;
}

// The components of a path: calls each(end, hash) for each folder that ends at `end`, and for the
// whole path.
template <class Each>
void for_each_folder(std::string_view path, const Each& each) {
  Hash hash;
  for (std::size_t begin = 0;;) {
    const auto end = std::min(path.find('/', begin), path.size());
    hash.add(path.substr(begin, end - begin));
    each(end, hash.value());
    if (end == path.size()) return;
    begin = end + 1;
  }
}

inline std::uint64_t path_hash(std::string_view path) {
  std::uint64_t out = 0;
  for_each_folder(path, [&](std::size_t, std::uint64_t hash) { out = hash; });
  return out;
}

inline std::string_view last_component(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

inline std::uint64_t network_hash(const Address& a, unsigned bits) {
  char text[17];
  std::memcpy(text, masked(a, bits).bytes.data(), 16);
  text[16] = static_cast<char>(bits);
  return hash_of({text, sizeof(text)});
}

inline std::uint64_t address_hash(const Address& a) {
  return network_hash(a, 128);
}

}  // namespace bridle
