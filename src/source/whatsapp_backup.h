// WhatsApp's encrypted backups on Android as an exhibit: one of them, or a folder or archive of
// them (source/sealed_backups.h), with the plain databases beside them. Without a key the state is
// `encrypted`, or `failed` if the MD5 already tells of a change.
#pragma once

#include <memory>

#include "source/tree.h"

namespace bridle {

// Null if the store holds none.
std::unique_ptr<Tree> open_whatsapp_backups(Store& store, const OpenOptions& options);

// Whether the exhibit is one such file whose key may be typed: 64 digits.
bool is_encrypted_whatsapp_backup(const Store& store);

}  // namespace bridle
