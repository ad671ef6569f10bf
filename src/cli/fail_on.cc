#include "cli/fail_on.h"

#include <map>

namespace bridle {

int with_fail_on(int code, const std::string& level) {
  const std::map<std::string, int> least = {{"match", 5}, {"lead", 4}, {"inconclusive", 3}};
  const auto at = least.find(level);
  if (at == least.end() || code < 3 || code > 5) return code;
  return code >= at->second ? code : 0;
}

}  // namespace bridle
