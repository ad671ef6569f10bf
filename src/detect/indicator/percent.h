// Text that was encoded to stand inside a link.
#pragma once

#include <string>
#include <string_view>

namespace bridle {

// %XX as bytes, and the \/ of JSON as '/'; what is not of that form stays.
std::string percent_decoded(std::string_view s);

// The bytes of the Base64 or base64url text at the start of `s`, up to its first other character.
std::string base64_decoded(std::string_view s);

}  // namespace bridle
