// --fail-on LEVEL
#pragma once

#include <string>

namespace bridle {

// The exit code if whatever is weaker than the level ("match", "lead", "inconclusive"; empty: no
// level) counts as success.
int with_fail_on(int code, const std::string& level);

}  // namespace bridle
