// Java's modified UTF-8, as class and DEX files have it: a zero is c0 80, and a character above
// ffff is two surrogates of three bytes each.
#pragma once

#include <string>
#include <string_view>

namespace bridle {

// As UTF-8. What is the same in both is returned as it is, without a copy into `into`; what is
// neither becomes U+FFFD.
std::string_view utf8_of_modified(std::string_view s, std::string& into);

}  // namespace bridle
