// What a path that somebody types may go on to: what this user can see, no more.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bridle {

// At most so many paths that begin like `typed`, sorted; folders end with '/'. Hidden names come
// only if asked for.
std::vector<std::string> completions(std::string_view typed, std::size_t most);

}  // namespace bridle
