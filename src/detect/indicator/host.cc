#include "detect/indicator/host.h"

#include <arpa/inet.h>
#include <idn2.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "base/text.h"
#include "detect/indicator/compiled.h"

namespace bridle {
namespace {

constexpr std::array<std::uint8_t, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::optional<Address> parse_ipv4(std::string_view s) {
  std::uint32_t address = 0;
  std::size_t i = 0;
  for (std::size_t part = 0; part < 4; ++part) {
    if (part > 0 && (i == s.size() || s[i] != '.')) return {};
    if (part > 0) ++i;
    std::uint32_t v = 0;
    const std::size_t from = i;
    while (i < s.size() && is_digit(s[i]) && i < from + 3)
      v = v * 10 + static_cast<std::uint32_t>(s[i++] - '0');
    if (i == from || v > 255) return {};
    address = address << 8 | v;
  }
  if (i != s.size()) return {};
  return ipv4_address(address);
}

constexpr std::size_t kLongestHost = 253;
constexpr std::size_t kLongestLabel = 63;

// Bytes of host names in lower case; 0 for all others.
constexpr std::array<char, 256> kFolded = [] {
  std::array<char, 256> out{};
  for (unsigned i = 0; i < 0x80; ++i) {
    const char c = static_cast<char>(i);
    if (is_alnum(c) || std::string_view("-_.").contains(c)) out[i] = lower(c);
  }
  return out;
}();

// The ASCII form of an internationalised name; empty if there is none.
std::string_view to_ascii(std::string_view s, std::span<char, 256> into) {
  if (s.size() > 1000) return {};
  const std::string terminated(s);
  char* made = nullptr;
  int status = idn2_to_ascii_8z(terminated.c_str(), &made, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT);
  if (status != IDN2_OK) status = idn2_to_ascii_8z(terminated.c_str(), &made, IDN2_TRANSITIONAL);
  if (status != IDN2_OK) return {};
  const std::unique_ptr<char, void (*)(void*)> owned(made, idn2_free);
  const std::string_view ascii(made);
  if (ascii.size() > into.size()) return {};
  std::ranges::copy(ascii, into.begin());
  return {into.data(), ascii.size()};
}

// A name with other scripts in it; empty for what is no name at all.
std::string_view fold_wide_host(std::string_view s, std::span<char, 256> into) {
  const auto wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::ranges::none_of(s, wide)) return {};
  std::array<char, 256> ascii{};
  const auto folded = to_ascii(s, ascii);
  if (folded.empty() || std::ranges::any_of(folded, [](char c) { return c <= 0; })) return {};
  return fold_host(folded, into);
}

// All top-level domains in an open hash table: the check stands on the hot path of every text.
class TopLevel {
 public:
  TopLevel() {
    for (const std::string_view tld : split(compiled::tlds(), '\n')) {
      if (tld.empty()) continue;
      std::size_t at = hash(tld);
      while (!slots_[at].empty()) at = (at + 1) % slots_.size();
      slots_[at] = tld;
    }
  }
  bool has(std::string_view tld) const {
    for (std::size_t at = hash(tld); !slots_[at].empty(); at = (at + 1) % slots_.size())
      if (same(slots_[at], tld)) return true;
    return false;
  }

 private:
  static bool same(std::string_view known, std::string_view tld) {
    if (known.size() != tld.size()) return false;
    for (std::size_t i = 0; i < tld.size(); ++i)
      if (known[i] != lower(tld[i])) return false;
    return true;
  }
  static std::size_t hash(std::string_view s) {
    std::uint32_t h = 0;
    for (const char c : s) h = (h ^ static_cast<std::uint8_t>(lower(c))) * 0x9e3779b1U;
    return h >> 19;
  }
  std::array<std::string_view, 8192> slots_;
};

}  // namespace

std::optional<Address> parse_address(std::string_view s) {
  if (s.empty() || s.size() > 80) return {};
  if (const auto v4 = parse_ipv4(s)) return v4;
  if (s.front() == '[' && s.back() == ']') s = s.substr(1, s.size() - 2);
  s = s.substr(0, s.find('%'));
  if (!contains(s, ":")) return {};
  std::array<char, 64> terminated{};
  if (s.size() >= terminated.size()) return {};
  std::ranges::copy(s, terminated.begin());
  Address out;
  if (inet_pton(AF_INET6, terminated.data(), out.bytes.data()) != 1) return {};
  return out;
}

std::optional<Network> parse_network(std::string_view s) {
  const auto slash = s.find('/');
  if (slash == std::string_view::npos) return {};
  const auto base = parse_address(s.substr(0, slash));
  const auto bits = number(s.substr(slash + 1));
  if (!base || !bits || *bits < 0) return {};
  const std::int64_t offset = is_ipv4(*base) && !contains(s, ":") ? 96 : 0;
  if (*bits + offset > 128) return {};
  const auto all = static_cast<unsigned>(*bits + offset);
  return Network{masked(*base, all), all};
}

Address ipv4_address(std::uint32_t number) {
  Address out;
  std::ranges::copy(kMapped, out.bytes.begin());
  for (std::size_t i = 0; i < 4; ++i)
    out.bytes[12 + i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
  return out;
}

bool is_ipv4(const Address& a) {
  return std::equal(kMapped.begin(), kMapped.end(), a.bytes.begin());
}

Address masked(Address a, unsigned bits) {
  for (std::size_t i = 0; i < a.bytes.size(); ++i) {
    const unsigned kept =
        std::clamp<unsigned>(bits, 8 * static_cast<unsigned>(i), 8 * static_cast<unsigned>(i) + 8) -
        8 * static_cast<unsigned>(i);
    a.bytes[i] = static_cast<std::uint8_t>(a.bytes[i] & (0xff00U >> kept));
  }
  return a;
}

bool holds(const Network& network, const Address& a) {
  return masked(a, network.bits) == network.base;
}

std::string text_of(const Address& a) {
  std::array<char, INET6_ADDRSTRLEN> out{};
  const bool v4 = is_ipv4(a);
  inet_ntop(v4 ? AF_INET : AF_INET6, a.bytes.data() + (v4 ? 12 : 0), out.data(), out.size());
  return out.data();
}

std::string text_of(const Network& n) {
  const bool v4 = is_ipv4(n.base) && n.bits >= 96;
  return text_of(n.base) + "/" + std::to_string(n.bits - (v4 ? 96 : 0));
}

std::string_view fold_host(std::string_view s, std::span<char, 256> into) {
  while (s.ends_with('.')) s.remove_suffix(1);
  std::size_t label = 0;  // where it begins
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char c = i < kLongestHost ? kFolded[static_cast<unsigned char>(s[i])] : '\0';
    if (c == '\0') return fold_wide_host(s, into);
    if (c == '.') {
      if (i == label || i - label > kLongestLabel) return {};
      label = i + 1;
    }
    into[i] = c;
  }
  return s.size() - label > kLongestLabel ? std::string_view()
                                          : std::string_view(into.data(), s.size());
}

std::optional<std::string> host_name(std::string_view s) {
  std::array<char, 256> buffer{};
  const auto folded = fold_host(s, buffer);
  if (folded.empty()) return {};
  return std::string(folded);
}

bool ends_in_tld(std::string_view host) {
  static const TopLevel known;
  const auto dot = host.rfind('.');
  return dot != std::string_view::npos && known.has(host.substr(dot + 1));
}

}  // namespace bridle
