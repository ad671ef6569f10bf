// Which keys an indicator is found by.
#include <algorithm>
#include <map>

#include "detect/indicator/index.h"
#include "detect/indicator/key.h"
#include "detect/indicator/warning_list.h"

namespace bridle {
namespace {

Space space_of(IndicatorType type) {
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
      break;
  }
  return Space::phone;
}

}  // namespace

IndicatorIndex::IndicatorIndex(std::span<const Pack> packs) : packs_(packs) {
  for (std::uint32_t p = 0; p < packs.size(); ++p) {
    const auto& all = packs[p].indicators;
    for (std::uint32_t i = 0; i < all.size(); ++i) enter(all[i], {p, i});
  }
  enter_cut_names(packs);
  has_paths_ = has_patterns(IndicatorType::path) || !table(Space::path).empty() ||
               !table(Space::folder).empty();
  for (Table& one : tables_) one.build();
  for (const auto& set : patterns_)
    if (set) set->build();
  std::ranges::sort(prefixes_);
  prefixes_.erase(std::ranges::unique(prefixes_).begin(), prefixes_.end());
}

void IndicatorIndex::enter_pattern(const Indicator& i, IndicatorPlace place) {
  auto& set = patterns_[std::to_underlying(i.type)];
  if (!set) set = std::make_unique<PatternSet>(i.type);
  set->add(i.compared, i.value, place);  // refused ones were skipped when their pack was read
}

void IndicatorIndex::enter(const Indicator& i, IndicatorPlace place) {
  if (i.compared != Compared::equal) return enter_pattern(i, place);
  const std::string_view value = i.value;
  const Space space = space_of(i.type);
  switch (space) {
    case Space::host:
      return table(space).add(host_hash(value), place);
    case Space::ip:
      if (const auto a = parse_address(value)) table(space).add(address_hash(*a), place);
      return;
    case Space::cidr:
      if (const auto n = parse_network(value)) {
        prefixes_.push_back(n->bits);
        table(space).add(network_hash(n->base, n->bits), place);
      }
      return;
    case Space::url:
      table(Space::url_host).add(hash_of(value.substr(0, value.find_first_of("/?"))), place);
      return table(space).add(hash_of(value), place);
    case Space::name:
      // A name that ordinary phones have says nothing without its folder.
      if (!has(i, Caution::generic_name)) table(space).add(hash_of(value), place);
      return;
    case Space::path:
      // A folder is found as itself and on the way to what it holds.
      if (value.ends_with('/')) {
        const auto hash = path_hash(value.substr(0, value.size() - 1));
        table(Space::folder).add(hash, place);
        return table(space).add(hash, place);
      }
      return table(space).add(path_hash(value), place);
    default:
      return table(space).add(hash_of(value), place);
  }
}

// A cut name is told only if it is the beginning of one indicator and of no ordinary program.
void IndicatorIndex::enter_cut_names(std::span<const Pack> packs) {
  std::map<std::string_view, std::vector<IndicatorPlace>> by_beginning;
  for (std::uint32_t p = 0; p < packs.size(); ++p)
    for (std::uint32_t i = 0; i < packs[p].indicators.size(); ++i) {
      const Indicator& one = packs[p].indicators[i];
      const bool name = one.type == IndicatorType::process && one.compared == Compared::equal;
      if (!name || one.value.size() <= kCutName) continue;
      const auto beginning = std::string_view(one.value).substr(0, kCutName);
      by_beginning[beginning].push_back({p, i});
    }
  for (const auto& [beginning, places] : by_beginning) {
    const auto& first = at(places.front()).value;
    const bool unique =
        std::ranges::all_of(places, [&](IndicatorPlace x) { return at(x).value == first; });
    if (!unique || ordinary_when_cut(first)) continue;
    for (const IndicatorPlace& place : places)
      table(Space::process_cut).add(hash_of(beginning), place);
  }
}

}  // namespace bridle
