#include "detect/indicator/web_address.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "base/text.h"

namespace bridle {
namespace {

constexpr unsigned kBytes = 4;

// "0x" alone is 0, as in browsers.
std::optional<std::uint64_t> number_of(std::string_view part) {
  if (part.empty()) return {};
  int base = 10;
  if (part.size() > 1 && part[0] == '0') {
    base = lower(part[1]) == 'x' ? 16 : 8;
    part.remove_prefix(base == 16 ? 2 : 1);
  }
  std::uint64_t out = 0;
  if (part.empty()) return out;
  const char* const end = part.data() + part.size();
  const auto [stop, error] = std::from_chars(part.data(), end, out, base);
  if (error != std::errc{} || stop != end) return {};
  return out;
}

// Names end in a label that is no number; so nearly every host is told by one byte.
bool ends_in_number(std::string_view host) {
  const auto last = host.substr(host.rfind('.') + 1);
  return !last.empty() && is_digit(last.front()) &&
         (std::ranges::all_of(last, is_digit) || number_of(last));
}

}  // namespace

std::optional<Address> web_address(std::string_view host) {
  if (host.find(':') != std::string_view::npos) return parse_address(host);
  if (host.ends_with('.')) host.remove_suffix(1);
  if (!ends_in_number(host)) return {};
  std::uint64_t address = 0;
  for (unsigned parts = 1;; ++parts) {
    const auto dot = host.find('.');
    const auto part = number_of(host.substr(0, dot));
    if (!part || parts > kBytes) return {};
    if (dot == std::string_view::npos) {
      const unsigned left = 8 * (kBytes + 1 - parts);
      if (*part >> left != 0) return {};
      return ipv4_address(static_cast<std::uint32_t>(address << left | *part));
    }
    if (*part > 255) return {};
    address = address << 8 | *part;
    host.remove_prefix(dot + 1);
  }
}

}  // namespace bridle
