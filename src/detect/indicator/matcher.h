// Finds which indicators apply to a value, by the kind of the field that holds it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "detect/indicator/pack.h"
#include "record/field.h"

namespace bridle {

struct Hit {
  std::uint32_t pack;       // index into the packs given to the matcher
  std::uint32_t indicator;  // index into that pack's indicators
  std::string_view value;   // the part of the field that it applies to; lives as long as the field
};

class Matcher {
 public:
  explicit Matcher(std::span<const Pack> packs);  // which the caller keeps
  // One without indicators. match() notes in `keys` by what indicators of any pack would be found:
  // one applies to a value only if one of its keys() is noted for it, or by a pattern. Not for
  // several threads.
  explicit Matcher(std::vector<std::uint64_t>& keys);
  ~Matcher();
  Matcher(Matcher&&) noexcept;

  // False if none can apply, as is plain at a look: no pack has any of the types that such values
  // are compared with, and the value has no sign of a host.
  bool may_match(Kind kind, std::string_view value) const;

  // By what its indicators are found but for patterns, and whether it has any of these.
  std::vector<std::uint64_t> keys() const;
  bool has_patterns() const;

  // Appends every indicator that applies, each once, in pack order. Costs do not grow with the
  // number of indicators; patterns add one pass over values of their types (pattern_set.h). Safe to
  // call from several threads.
  void match(Kind kind, std::string_view value, std::vector<Hit>& hits) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace bridle
