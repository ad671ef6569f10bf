// Why there is no case: nothing was written that looks like one.
#pragma once

#include <cstdint>
#include <string>

namespace bridle {

struct Refusal {
  enum class Kind : std::uint8_t { usage, internal } kind;
  std::string why;
};

}  // namespace bridle
