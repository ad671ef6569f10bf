// How much of a case leaves it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bridle {

// Each level holds the ones before it.
enum class Share : std::uint8_t {
  verdict,  // the verdict, what was examined, how many findings of which class
  matched,  // the findings, and of the records they are about what says nothing else of people
  context,  // those records whole, and what happened around them in the same exhibit
  full      // all records
};

inline constexpr std::array<std::string_view, 4> kShares = {"verdict", "matched", "context",
                                                            "full"};

inline std::string_view name(Share level) {
  return kShares[static_cast<std::size_t>(level)];
}

inline std::optional<Share> share_named(std::string_view word) {
  for (std::size_t i = 0; i < kShares.size(); ++i)
    if (kShares[i] == word) return static_cast<Share>(i);
  return {};
}

}  // namespace bridle
