// Finds the rows of a lake's file in which an indicator may apply: it looks at each value once,
// where it stands in the dictionary of its column, and reads rows only where one hits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/packs.h"
#include "lake/identifier_seal.h"
#include "lake/key_blinding.h"
#include "lake/lookups.h"
#include "sink/record_reader.h"

namespace bridle {

// What finds the indicators of packs in values, and in the hosts of links.
class Seeker {
 public:
  // `blinding` is of the lake that is searched.
  Seeker(const Indicators& indicators, KeyBlinding& blinding);

  // Whether look-ups tell what may be found: of patterns they do not. Then the fields of a group of
  // rows in which something may be.
  bool knows_by_keys() const { return by_keys_; }
  std::uint64_t key() const { return key_; }  // that they must be of
  std::vector<std::size_t> fields_with(const Lookups& lookups, std::size_t group) const {
    return lookups.fields_with(group, in_values_, in_hosts_);
  }

  // Whether some indicator applies; with `hosts`, whether one may apply to what led to those.
  bool applies(Kind kind, std::string_view value, std::vector<Hit>& hits) const;
  bool may_apply(std::string_view hosts, std::vector<Hit>& hits) const;
  bool knows_by_hosts() const { return hosts_ != nullptr; }

 private:
  const Matcher& matcher_;
  std::unique_ptr<Indicators> hosts_;  // null if packs say more of links than hosts
  bool by_keys_;
  std::uint64_t key_;
  WantedKeys in_values_, in_hosts_;
};

class FoundRows {
 public:
  // Errc::io, Errc::malformed. What is given must outlive it.
  static Result<FoundRows> open(const std::filesystem::path& file, const Seeker& seeker,
                                IdentifierSeal& seal);
  ~FoundRows();
  FoundRows(FoundRows&&) noexcept;

  std::size_t groups() const;
  // The columns that it looks at.
  std::vector<std::size_t> fields() const;
  // Rows of one group, ascending, from its first one on, found in those of the fields.
  // Errc::malformed.
  Result<std::vector<std::int64_t>> in(std::size_t group, std::span<const std::size_t> fields);

 private:
  struct State;
  explicit FoundRows(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace bridle
