#include "record/field.h"

#include <array>
#include <utility>

namespace bridle {

std::string_view name(Kind kind) {
  constexpr std::array<std::string_view, 17> kNames = {
      "text",  "content", "number", "real",    "time", "url",         "domain", "ip",     "phone",
      "email", "account", "path",   "process", "app",  "certificate", "hash",   "profile"};
  return kNames[static_cast<std::size_t>(std::to_underlying(kind))];
}

}  // namespace bridle
