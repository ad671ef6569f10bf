// The SHA-256 of a whole content, however large: it is read in pieces.
#pragma once

#include <string>

#include "base/content.h"
#include "base/sha256.h"

namespace bridle {

Result<Digest> content_digest(const Content& content);
// In hexadecimal digits.
Result<std::string> content_hash(const Content& content);

}  // namespace bridle
