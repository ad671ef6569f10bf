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
#include "detect/indicator/matcher.h"
#include "lake/identifier_seal.h"
#include "sink/record_reader.h"

namespace bridle {

class FoundRows {
 public:
  // Errc::io, Errc::malformed. What is given must outlive it.
  static Result<FoundRows> open(const std::filesystem::path& file, const Matcher& matcher,
                                IdentifierSeal& seal);
  ~FoundRows();
  FoundRows(FoundRows&&) noexcept;

  std::size_t groups() const;
  // Rows of one group, ascending, from its first one on. Errc::malformed.
  Result<std::vector<std::int64_t>> in(std::size_t group);

 private:
  struct State;
  explicit FoundRows(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace bridle
