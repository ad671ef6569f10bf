// Which keys an indicator is found by.
#include <algorithm>
#include <map>
#include <optional>

#include "detect/indicator/index.h"
#include "detect/indicator/key.h"
#include "detect/indicator/warning_list.h"

namespace bridle {
namespace {

std::optional<Space> space_of(IndicatorType type) {
  using enum IndicatorType;
  switch (type) {
    case domain:
      return Space::host;
    case url:
      return Space::url;
    case ip:
      return Space::ip;
    case cidr:
      return Space::cidr;
    case email:
      return Space::email;
    case process:
      return Space::process;
    case name:
      return Space::name;
    case path:
      return Space::path;
    case md5:
    case sha1:
    case sha256:
      return Space::hash;
    case certificate:
      return Space::certificate;
    case app:
      return Space::app;
    case profile:
      return Space::profile;
    case property:
      return Space::property;
    case phone:
      return Space::phone;
  }
  return {};
}

}  // namespace

IndicatorIndex::IndicatorIndex(std::span<const Pack> packs) : packs_(packs) {
  for (std::uint32_t p = 0; p < packs.size(); ++p) {
    const auto& all = packs[p].indicators;
    for (std::uint32_t i = 0; i < all.size(); ++i)
      if (const auto space = space_of(all[i].type)) enter(all[i], {p, i, *space});
  }
  enter_cut_names(packs);
  table_.build();
  for (const auto& set : patterns_)
    if (set) set->build();
  std::ranges::sort(prefixes_);
  prefixes_.erase(std::ranges::unique(prefixes_).begin(), prefixes_.end());
}

void IndicatorIndex::enter_pattern(const Indicator& i, Place place) {
  auto& set = patterns_[std::to_underlying(i.type)];
  if (!set) set = std::make_unique<PatternSet>(i.type);
  if (i.type == IndicatorType::path) has_paths_ = true;
  set->add(i.compared, i.value, place);  // refused ones were skipped when their pack was read
}

void IndicatorIndex::enter(const Indicator& i, Place place) {
  if (i.compared != Compared::equal) return enter_pattern(i, place);
  switch (place.space) {
    case Space::host:
      return table_.add(host_hash(i.value), place);
    case Space::ip:
      if (const auto a = parse_address(i.value)) table_.add(address_hash(*a), place);
      return;
    case Space::cidr:
      if (const auto n = parse_network(i.value)) {
        prefixes_.push_back(n->bits);
        table_.add(network_hash(n->base, n->bits), place);
      }
      return;
    case Space::url: {
      has_urls_ = true;
      const auto host = i.value.substr(0, i.value.find_first_of("/?"));
      table_.add(hash_of(Space::url_host, host), {place.pack, place.indicator, Space::url_host});
      return table_.add(hash_of(Space::url, i.value), place);
    }
    case Space::name:
      // A name that ordinary phones have says nothing without its folder.
      if (has(i, Caution::generic_name)) return;
      return table_.add(hash_of(Space::name, i.value), place);
    case Space::path: {
      has_paths_ = true;
      const bool folder = i.value.ends_with('/');
      if (folder) place.space = Space::folder;
      return table_.add(hash_of(place.space, i.value.substr(0, i.value.size() - folder)), place);
    }
    default:
      return table_.add(hash_of(place.space, i.value), place);
  }
}

// A cut name is told only if it is the beginning of one indicator and of no ordinary program.
void IndicatorIndex::enter_cut_names(std::span<const Pack> packs) {
  std::map<std::string_view, std::vector<Place>> by_beginning;
  for (std::uint32_t p = 0; p < packs.size(); ++p)
    for (std::uint32_t i = 0; i < packs[p].indicators.size(); ++i) {
      const Indicator& one = packs[p].indicators[i];
      const bool name = one.type == IndicatorType::process && one.compared == Compared::equal;
      if (!name || one.value.size() <= kCutName) continue;
      const auto beginning = std::string_view(one.value).substr(0, kCutName);
      by_beginning[beginning].push_back({p, i, Space::process_cut});
    }
  for (const auto& [beginning, places] : by_beginning) {
    const auto& first = at(places.front()).value;
    const bool unique = std::ranges::all_of(places, [&](Place x) { return at(x).value == first; });
    if (!unique || ordinary_when_cut(first)) continue;
    for (const Place& place : places) table_.add(hash_of(Space::process_cut, beginning), place);
  }
}

}  // namespace bridle
