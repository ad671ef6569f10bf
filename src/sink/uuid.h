// Identifiers that are the same whenever they are made of the same things.
#pragma once

#include <string>
#include <string_view>

namespace bridle {

// RFC 9562, 5.5: SHA-1 over a name space (a UUID as text) and a name.
std::string uuid5(std::string_view name_space, std::string_view name);

// In the form of a random one, out of the SHA-256 of the text: where a format wants version 4.
std::string uuid4_of(std::string_view text);

}  // namespace bridle
