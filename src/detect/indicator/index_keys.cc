// By what the indicators of an index are found in what was noted of values.
#include <algorithm>

#include "detect/indicator/index.h"
#include "detect/indicator/key.h"

namespace bridle {
namespace {

// An address is noted as these networks, of 128 bits, and an indicator is found by the next wider
// one: IPv4's start at 96.
constexpr unsigned kNoted[] = {0, 32, 48, 64, 104, 112, 120};

std::uint64_t key(Space space, std::uint64_t hash) {
  return Table::key(hash, std::to_underlying(space));
}

std::uint64_t key_of(const Network& network) {
  const auto bits = *(std::ranges::upper_bound(kNoted, network.bits) - 1);
  return key(Space::cidr, network_hash(network.base, bits));
}

}  // namespace

// Not noted: links, for their hosts are; whole paths, for the names at their ends are.
IndicatorIndex::IndicatorIndex(std::vector<std::uint64_t>& keys)
    : prefixes_(std::begin(kNoted), std::end(kNoted)), has_paths_(true) {
  for (std::size_t space = 0; space < kSpaces; ++space) {
    const auto one = static_cast<Space>(space);
    if (one == Space::url || one == Space::path)
      tables_[space].build();
    else
      tables_[space].note_into(keys, space);
  }
}

std::vector<std::uint64_t> IndicatorIndex::keys() const {
  std::vector<std::uint64_t> out;
  for (std::size_t space = 0; space < kSpaces; ++space)
    tables_[space].for_each([&](std::uint64_t hash, const IndicatorPlace& place) {
      const std::string_view value = at(place).value;
      switch (static_cast<Space>(space)) {
        case Space::url:
          return;  // its host is entered beside it
        case Space::path:
          return out.push_back(key(Space::name, hash_of(last_component(value))));
        case Space::cidr:
          if (const auto network = parse_network(value)) out.push_back(key_of(*network));
          return;
        default:
          return out.push_back(key(static_cast<Space>(space), hash));
      }
    });
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

}  // namespace bridle
