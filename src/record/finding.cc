#include "record/finding.h"

#include <array>
#include <string_view>
#include <utility>

namespace bridle {

std::string_view name(Class c) {
  constexpr std::array<std::string_view, 5> kNames = {"executed", "delivered", "targeted",
                                                      "posture", "context"};
  return kNames[std::to_underlying(c)];
}

std::string_view name(Level l) {
  return l == Level::match ? "match" : "lead";
}

std::string_view name(Verdict v) {
  constexpr std::array<std::string_view, 5> kNames = {"invalid", "match", "lead", "inconclusive",
                                                      "no_match"};
  return kNames[std::to_underlying(v)];
}

std::string_view name(State s) {
  constexpr std::array<std::string_view, 6> kNames = {"read",      "partly", "failed",
                                                      "encrypted", "absent", "unsupported"};
  return kNames[std::to_underlying(s)];
}

}  // namespace bridle
