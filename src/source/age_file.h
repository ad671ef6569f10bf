// An archive that AndroidQF encrypted with age (`x.zip.age`), read without ever being written
// plain.
#pragma once

#include <memory>

#include "base/content.h"
#include "source/tree.h"

namespace bridle {

bool is_age(const Content& content);

// Whether a password opens it, not a key.
bool wants_password(const Content& content);

// What is encrypted in it, decrypted chunk by chunk where it is read; a chunk that was changed is
// Errc::malformed. Errc::encrypted without the right key or password.
Result<std::unique_ptr<Content>> open_age(std::unique_ptr<Content> content, const Secret& secret);

}  // namespace bridle
