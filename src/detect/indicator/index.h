// The indicators of all packs by what they are compared with. Each look-up appends the hits.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "detect/indicator/host.h"
#include "detect/indicator/matcher.h"
#include "detect/indicator/pattern_set.h"
#include "detect/indicator/table.h"
#include "detect/indicator/url.h"

namespace bridle {

// Sorts of keys that never equal one another.
enum class Space : std::uint8_t {
  host,
  url,
  url_host,
  ip,
  cidr,
  email,
  process,
  process_cut,
  name,
  path,
  folder,
  hash,
  certificate,
  app,
  profile,
  property,
  phone
};
constexpr std::size_t kSpaces = std::to_underlying(Space::phone) + 1;

class IndicatorIndex {
 public:
  explicit IndicatorIndex(std::span<const Pack> packs);
  // One without indicators: each look-up notes in `keys` by what indicators are found there.
  explicit IndicatorIndex(std::vector<std::uint64_t>& keys);

  // Whatever is found but by patterns has one of these among the keys that are noted for the same
  // value. Networks and paths are noted coarsely: there may be no more to a key than that.
  std::vector<std::uint64_t> keys() const;

  // A folded host name: itself and every parent, so that an indicator finds all its sub-domains
  // and never its parent. `shown` is what the hit cites.
  void host(std::string_view folded, std::string_view shown, std::vector<Hit>& hits) const;
  void address(const Address& a, std::string_view shown, std::vector<Hit>& hits) const;

  bool has_any(Space space) const { return !table(space).empty(); }
  bool has_urls() const { return has_any(Space::url_host); }
  bool has_patterns() const {
    return std::ranges::any_of(patterns_, [](const auto& set) { return set != nullptr; });
  }
  bool has_patterns(IndicatorType type) const {
    return patterns_[std::to_underlying(type)] != nullptr;
  }
  // The value as patterns of that type see it: a folded host, a link as written, a full path.
  void patterns(IndicatorType type, std::string_view value, std::string_view shown,
                std::vector<Hit>& hits) const;

  // Host, port and path equal, and the query too if the indicator has one.
  void link(const Url& url, std::string_view folded, std::string_view shown,
            std::vector<Hit>& hits) const;

  void email(std::string_view address, std::string_view shown, std::vector<Hit>& hits) const;
  void person(std::string_view value, std::vector<Hit>& hits) const;
  void file(std::string_view path, std::vector<Hit>& hits) const;

  // By the last component, exactly; a name that iOS cut to 16 characters also by its beginning.
  void program(std::string_view path, Kind kind, std::vector<Hit>& hits) const;

  // Equal but for case.
  void folded(Space space, std::string_view value, std::string_view shown,
              std::vector<Hit>& hits) const;
  void digest(Space space, std::string_view value, std::vector<Hit>& hits) const;

 private:
  const Indicator& at(const IndicatorPlace& place) const {
    return packs_[place.pack].indicators[place.indicator];
  }
  Table& table(Space space) { return tables_[std::to_underlying(space)]; }
  const Table& table(Space space) const { return tables_[std::to_underlying(space)]; }
  void enter(const Indicator& i, IndicatorPlace place);
  void enter_pattern(const Indicator& i, IndicatorPlace place);
  void enter_cut_names(std::span<const Pack> packs);
  void exact(Space space, std::string_view value, std::string_view shown,
             std::vector<Hit>& hits) const;
  void under_roots(std::string_view path, std::vector<Hit>& hits) const;
  void full_path(std::string_view path, std::string_view shown, std::vector<Hit>& hits) const;
  static void put(const IndicatorPlace& place, std::string_view shown, std::vector<Hit>& hits) {
    hits.push_back({place.pack, place.indicator, shown});
  }

  std::span<const Pack> packs_;
  // One for each space: what one kind of field looks up stays in the cache.
  std::array<Table, kSpaces> tables_;
  std::array<std::unique_ptr<PatternSet>, kIndicatorTypes> patterns_;
  std::vector<unsigned> prefixes_;  // lengths of the networks, of 128 bits
  bool has_paths_ = false;
};

}  // namespace bridle
