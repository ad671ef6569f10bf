#include "detect/indicator/index.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "detect/indicator/key.h"
#include "detect/indicator/normalise.h"

namespace bridle {
namespace {

// Where relative paths of a backup or of a dump may stand on the phone: a dump's own root, the
// owner's home, the home of root.
constexpr std::string_view kRoots[] = {"/", "/private/var/mobile/", "/private/var/root/"};

// A program in a folder of the system; what lies in the owner's folders may have any name.
bool is_of_system(std::string_view path) {
  constexpr std::string_view kOwners[] = {"/private/var/mobile/", "/private/var/containers/",
                                          "/data/", "/sdcard/", "/storage/"};
  return std::ranges::none_of(kOwners, [&](auto folder) { return path.starts_with(folder); });
}

// "host:port/path?query" with and without the query.
std::string_view without_query(std::string_view key) {
  return key.substr(0, key.find('?'));
}

}  // namespace

void IndicatorIndex::host(std::string_view folded, std::string_view shown,
                          std::vector<Hit>& hits) const {
  for_each_parent(folded, [&](std::size_t begin, std::uint64_t hash) {
    table(Space::host).find(hash, [&](const IndicatorPlace& place) {
      const Indicator& one = at(place);
      const bool whole = begin == 0 || without_www(folded).size() == folded.size() - begin;
      if (one.value == folded.substr(begin) && (whole || !has(one, Caution::shared_host)))
        put(place, shown, hits);
    });
  });
  patterns(IndicatorType::domain, folded, shown, hits);
}

void IndicatorIndex::patterns(IndicatorType type, std::string_view value, std::string_view shown,
                              std::vector<Hit>& hits) const {
  const auto& set = patterns_[std::to_underlying(type)];
  if (!set) return;
  for (const IndicatorPlace& place : set->find(value)) put(place, shown, hits);
}

void IndicatorIndex::address(const Address& a, std::string_view shown,
                             std::vector<Hit>& hits) const {
  table(Space::ip).find(address_hash(a), [&](const IndicatorPlace& place) {
    if (parse_address(at(place).value) == a) put(place, shown, hits);
  });
  for (const unsigned bits : prefixes_)
    table(Space::cidr).find(network_hash(a, bits), [&](const IndicatorPlace& place) {
      const auto network = parse_network(at(place).value);
      if (network && network->bits == bits && holds(*network, a)) put(place, shown, hits);
    });
}

void IndicatorIndex::link(const Url& url, std::string_view folded, std::string_view shown,
                          std::vector<Hit>& hits) const {
  const auto name = without_www(folded);
  if (url.port.empty() && !table(Space::url_host).may_have(hash_of(name))) return;
  const std::string key = url_key(url, folded);
  if (!table(Space::url_host).may_have(hash_of(key.substr(0, key.find_first_of("/?"))))) return;
  exact(Space::url, key, shown, hits);
  const auto bare = without_query(key);
  // Trackers append parameters to a link that is an indicator without any.
  if (bare.size() == key.size()) return;
  Url plain = url;
  plain.query = {};
  exact(Space::url, url_key(plain, folded), shown, hits);
}

void IndicatorIndex::exact(Space space, std::string_view value, std::string_view shown,
                           std::vector<Hit>& hits) const {
  table(space).find(hash_of(value), [&](const IndicatorPlace& place) {
    if (at(place).value == value) put(place, shown, hits);
  });
}

void IndicatorIndex::email(std::string_view address, std::string_view shown,
                           std::vector<Hit>& hits) const {
  const auto at_sign = address.rfind('@');
  if (at_sign == std::string_view::npos) return;
  std::array<char, 256> buffer{};
  std::string whole = lower(address.substr(0, at_sign + 1));
  whole += fold_host(address.substr(at_sign + 1), buffer);
  exact(Space::email, whole, shown, hits);
  patterns(IndicatorType::email, whole, shown, hits);
}

void IndicatorIndex::person(std::string_view value, std::vector<Hit>& hits) const {
  auto address = value;
  if (address.size() > 7 && iequals(address.substr(0, 7), "mailto:")) address.remove_prefix(7);
  email(address, value, hits);
  if (table(Space::phone).empty()) return;
  const std::string digits = phone_digits(value);
  if (digits.size() >= 5) exact(Space::phone, digits, value, hits);
}

void IndicatorIndex::file(std::string_view path, std::vector<Hit>& hits) const {
  const auto last = last_component(path);
  exact(Space::name, last, path, hits);
  patterns(IndicatorType::name, last, path, hits);
  std::string changed;
  const auto canonical = canonical_path(path, changed);
  if (has_paths_) full_path(canonical, path, hits);
  if (!path.starts_with('/')) {
    if (has_paths_) under_roots(path, hits);
  } else if (is_of_system(canonical)) {
    exact(Space::process, last, path, hits);
    patterns(IndicatorType::process, last, path, hits);
  }
}

void IndicatorIndex::under_roots(std::string_view path, std::vector<Hit>& hits) const {
  std::string whole, changed;
  whole.reserve(path.size() + 24);
  for (const std::string_view root : kRoots)
    full_path(canonical_path(whole.assign(root).append(path), changed), path, hits);
}

// The path itself, and every folder on the way.
void IndicatorIndex::full_path(std::string_view path, std::string_view shown,
                               std::vector<Hit>& hits) const {
  for_each_folder(path, [&](std::size_t end, std::uint64_t hash) {
    const Space space = end == path.size() ? Space::path : Space::folder;
    table(space).find(hash, [&](const IndicatorPlace& place) {
      std::string_view value = at(place).value;
      if (value.ends_with('/')) value.remove_suffix(1);
      if (value == path.substr(0, end)) put(place, shown, hits);
    });
  });
  patterns(IndicatorType::path, path, shown, hits);
}

void IndicatorIndex::program(std::string_view path, Kind kind, std::vector<Hit>& hits) const {
  const auto last = last_component(path);
  exact(Space::process, last, path, hits);
  patterns(IndicatorType::process, last, path, hits);
  if (kind != Kind::process) return;
  exact(Space::name, last, path, hits);
  patterns(IndicatorType::name, last, path, hits);
  std::string changed;
  if (path.starts_with('/') && has_paths_) full_path(canonical_path(path, changed), path, hits);
  if (last.size() != kCutName) return;
  table(Space::process_cut).find(hash_of(last), [&](const IndicatorPlace& place) {
    if (at(place).value.starts_with(last)) put(place, path, hits);
  });
}

void IndicatorIndex::folded(Space space, std::string_view value, std::string_view shown,
                            std::vector<Hit>& hits) const {
  if (table(space).empty()) return;
  std::array<char, 128> buffer;
  if (value.size() > buffer.size()) return exact(space, lower(value), shown, hits);
  std::ranges::transform(value, buffer.begin(), [](char c) { return lower(c); });
  exact(space, {buffer.data(), value.size()}, shown, hits);
}

void IndicatorIndex::digest(Space space, std::string_view value, std::vector<Hit>& hits) const {
  std::array<char, 64> plain;
  std::size_t n = 0;
  for (const char c : value) {
    if (c == ':' || c == ' ') continue;
    if (n == plain.size()) return;
    plain[n++] = lower(c);
  }
  if (n >= 32) exact(space, {plain.data(), n}, value, hits);
}

}  // namespace bridle
