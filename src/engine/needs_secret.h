// Whether exhibits ask for a password: looked up by a confined process, for it takes parsing.
#pragma once

#include <string>
#include <vector>

namespace bridle {

// False also if that cannot be told. For a process of one thread.
bool needs_secret(const std::vector<std::string>& exhibits);

}  // namespace bridle
