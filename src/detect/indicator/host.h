// Host names and network addresses in the one form in which they are compared.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bridle {

// IPv4 stands in the IPv6 form ::ffff:a.b.c.d, so that both spellings are equal.
struct Address {
  std::array<std::uint8_t, 16> bytes{};
  friend bool operator==(const Address&, const Address&) = default;
};

struct Network {
  Address base;
  unsigned bits;  // of 128
};

// Brackets and an interface name ("fe80::1%en0") are allowed around an IPv6 address.
std::optional<Address> parse_address(std::string_view s);
std::optional<Network> parse_network(std::string_view s);
Address ipv4_address(std::uint32_t number);
bool is_ipv4(const Address& a);
Address masked(Address a, unsigned bits);
bool holds(const Network& network, const Address& a);

std::string text_of(const Address& a);
std::string text_of(const Network& n);

// A host name in lower case, in its ASCII form (IDNA 2008, else 2003), without the trailing dot;
// it stands in `into`. Empty if it is not a host name of DNS: labels of 1..63 letters, digits,
// hyphens, underscores, at most 253 bytes.
std::string_view fold_host(std::string_view s, std::span<char, 256> into);
std::optional<std::string> host_name(std::string_view s);

// Whether the last label is a top-level domain of the public suffix list's roots.
bool ends_in_tld(std::string_view host);

}  // namespace bridle
