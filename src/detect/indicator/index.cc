#include "detect/indicator/index.h"

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

std::string_view last_component(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

// "host:port/path?query" with and without the query.
std::string_view without_query(std::string_view key) {
  return key.substr(0, key.find('?'));
}

}  // namespace

void IndicatorIndex::host(std::string_view folded, std::string_view shown,
                          std::vector<Hit>& hits) const {
  Hash hash(Space::host);
  for (std::size_t i = folded.size(); i-- > 0;) {
    hash.add(folded[i]);
    if (i != 0 && folded[i - 1] != '.') continue;
    table_.find(hash.value(), [&](const Place& place) {
      const Indicator& one = at(place);
      const bool whole = i == 0 || without_www(folded).size() == folded.size() - i;
      if (place.space == Space::host && one.value == folded.substr(i) &&
          (whole || !has(one, Caution::shared_host)))
        put(place, shown, hits);
    });
  }
  patterns(IndicatorType::domain, folded, shown, hits);
}

void IndicatorIndex::patterns(IndicatorType type, std::string_view value, std::string_view shown,
                              std::vector<Hit>& hits) const {
  const auto& set = patterns_[std::to_underlying(type)];
  if (!set) return;
  for (const Place& place : set->find(value)) put(place, shown, hits);
}

void IndicatorIndex::address(const Address& a, std::string_view shown,
                             std::vector<Hit>& hits) const {
  table_.find(address_hash(a), [&](const Place& place) {
    if (place.space == Space::ip && parse_address(at(place).value) == a) put(place, shown, hits);
  });
  for (const unsigned bits : prefixes_)
    table_.find(network_hash(a, bits), [&](const Place& place) {
      const auto network = parse_network(at(place).value);
      if (place.space == Space::cidr && network && network->bits == bits && holds(*network, a))
        put(place, shown, hits);
    });
}

void IndicatorIndex::link(const Url& url, std::string_view folded, std::string_view shown,
                          std::vector<Hit>& hits) const {
  Hash host(Space::url_host);
  host.add(without_www(folded));
  if (!url.port.empty()) {
    host.add(':');
    host.add(url.port);
  }
  if (!table_.may_have(host.value())) return;
  const std::string key = url_key(url, folded);
  exact(Space::url, key, shown, hits);
  const auto bare = without_query(key);
  if (bare.size() == key.size()) return;
  // Trackers append parameters to a link that is an indicator without any.
  Url plain = url;
  plain.query = {};
  exact(Space::url, url_key(plain, folded), shown, hits);
}

void IndicatorIndex::exact(Space space, std::string_view value, std::string_view shown,
                           std::vector<Hit>& hits) const {
  table_.find(hash_of(space, value), [&](const Place& place) {
    if (place.space == space && at(place).value == value) put(place, shown, hits);
  });
}

void IndicatorIndex::email(std::string_view address, std::string_view shown,
                           std::vector<Hit>& hits) const {
  std::array<char, 256> buffer{};
  const auto at_sign = address.rfind('@');
  if (at_sign == std::string_view::npos) return;
  const auto folded_host = fold_host(address.substr(at_sign + 1), buffer);
  Hash hash(Space::email);
  for (const char c : address.substr(0, at_sign + 1)) hash.add(lower(c));
  hash.add(folded_host);
  if (!table_.may_have(hash.value()) && !has_patterns(IndicatorType::email)) return;
  const std::string whole = lower(address.substr(0, at_sign + 1)) + std::string(folded_host);
  exact(Space::email, whole, shown, hits);
  patterns(IndicatorType::email, whole, shown, hits);
}

void IndicatorIndex::person(std::string_view value, std::vector<Hit>& hits) const {
  auto address = value;
  if (address.size() > 7 && iequals(address.substr(0, 7), "mailto:")) address.remove_prefix(7);
  email(address, value, hits);
  const std::string digits = phone_digits(value);
  if (digits.size() >= 5) exact(Space::phone, digits, value, hits);
}

void IndicatorIndex::file(std::string_view path, std::vector<Hit>& hits) const {
  const auto last = last_component(path);
  exact(Space::name, last, path, hits);
  patterns(IndicatorType::name, last, path, hits);
  if (has_paths_) {
    full_path(canonical_path(path), path, hits);
    if (!path.starts_with('/'))
      for (const std::string_view root : kRoots)
        full_path(canonical_path(std::string(root).append(path)), path, hits);
  }
  // A program in a folder of the system; what lies in the owner's folders may have any name.
  const std::string canonical = path.starts_with('/') ? canonical_path(path) : std::string();
  const bool system = !canonical.empty() && !canonical.starts_with("/private/var/mobile/") &&
                      !canonical.starts_with("/private/var/containers/") &&
                      !canonical.starts_with("/data/") && !canonical.starts_with("/sdcard/") &&
                      !canonical.starts_with("/storage/");
  if (!system) return;
  exact(Space::process, last, path, hits);
  patterns(IndicatorType::process, last, path, hits);
}

// The path itself, and every folder on the way.
void IndicatorIndex::full_path(std::string_view path, std::string_view shown,
                               std::vector<Hit>& hits) const {
  Hash file(Space::path);
  Hash folder(Space::folder);
  for (std::size_t i = 0; i <= path.size(); ++i) {
    const bool end = i == path.size();
    if (end || path[i] == '/') {
      const auto so_far = path.substr(0, i);
      table_.find(folder.value(), [&](const Place& place) {
        const std::string_view value = at(place).value;
        if (place.space == Space::folder && value.substr(0, value.size() - 1) == so_far)
          put(place, shown, hits);
      });
    }
    if (end) break;
    file.add(path[i]);
    folder.add(path[i]);
  }
  table_.find(file.value(), [&](const Place& place) {
    if (place.space == Space::path && at(place).value == path) put(place, shown, hits);
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
  if (path.starts_with('/') && has_paths_) full_path(canonical_path(path), path, hits);
  if (last.size() != kCutName) return;
  table_.find(hash_of(Space::process_cut, last), [&](const Place& place) {
    if (place.space == Space::process_cut && at(place).value.starts_with(last))
      put(place, path, hits);
  });
}

void IndicatorIndex::folded(Space space, std::string_view value, std::string_view shown,
                            std::vector<Hit>& hits) const {
  Hash hash(space);
  for (const char c : value) hash.add(lower(c));
  table_.find(hash.value(), [&](const Place& place) {
    if (place.space == space && iequals(at(place).value, value)) put(place, shown, hits);
  });
}

void IndicatorIndex::digest(Space space, std::string_view value, std::vector<Hit>& hits) const {
  std::array<char, 64> plain{};
  std::size_t n = 0;
  for (const char c : value) {
    if (c == ':' || c == ' ') continue;
    if (n == plain.size()) return;
    plain[n++] = lower(c);
  }
  if (n >= 32) exact(space, {plain.data(), n}, value, hits);
}

}  // namespace bridle
