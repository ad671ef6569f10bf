#include "record/exhibit_number.h"

#include <cstdint>

#include "base/text.h"

namespace bridle {

std::optional<std::size_t> exhibit_number(std::string_view id) {
  constexpr std::int64_t kMost = 100'000;
  const auto n = id.starts_with("E-") ? number(id.substr(2)) : std::nullopt;
  if (!n || *n < 1 || *n > kMost) return {};
  return static_cast<std::size_t>(*n - 1);
}

}  // namespace bridle
