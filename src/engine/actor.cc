#include "engine/actor.h"

#include <unistd.h>

#include <chrono>
#include <cstdlib>

namespace bridle {
namespace {

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value ? value : "";
}

std::string actor() {
  for (const char* name : {"BRIDLE_ACTOR", "USER"})
    if (std::string value = variable(name); !value.empty()) return value;
  return std::to_string(getuid());
}

}  // namespace

Time now() {
  using namespace std::chrono;
  return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

Deed deed_of_now(std::string action) {
  return {.at = now(),
          .actor = actor(),
          .role = variable("BRIDLE_ROLE"),
          .action = std::move(action),
          .version = BRIDLE_VERSION};
}

}  // namespace bridle
