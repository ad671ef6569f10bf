// WhatsApp's encrypted backups on Android as an exhibit: one of them, or a folder or archive of
// them. Each is authenticated and unpacked in memory; what is in it becomes "whatsapp:N/…" as in
// source/whatsapp_store.h, with the plain databases beside it.
//
//   told by its head    crypt14, crypt15; in a folder only if the name has ".crypt" and digits
//   head and end        crypt12, of whose head only two bytes are fixed: the name counts for a cut
//   one name alone          .crypt5 to .crypt11, .mcrypt1 (a cloud's copy): named, and not read
// Without a key the state is `encrypted`, or `failed` if the MD5 already tells of a change.
#pragma once

#include <memory>

#include "source/tree.h"

namespace bridle {

// Null if the store holds none.
std::unique_ptr<Tree> open_whatsapp_backups(Store& store, const OpenOptions& options);

// Whether the exhibit is one such file whose key may be typed: 64 digits.
bool is_encrypted_whatsapp_backup(const Store& store);

}  // namespace bridle
