// The SHA-256 of a whole content, however large: it is read in pieces.
#pragma once

#include <string>

#include "base/content.h"

namespace bridle {

// Hexadecimal digits.
Result<std::string> content_hash(const Content& content);

}  // namespace bridle
