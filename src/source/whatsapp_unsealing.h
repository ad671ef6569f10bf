// The plain content of one of WhatsApp's encrypted backups, in a file in memory that nobody sees
// before all of it has been authenticated.
#pragma once

#include <cstdint>

#include "base/content.h"
#include "format/whatsapp_backup.h"
#include "source/descriptor.h"
#include "source/tree.h"

namespace bridle {

// Without a key: whether the sum at the end of the file is that of all before it. False also for a
// file that is too short to have one.
Result<bool> is_whole_by_md5(const Content& file, const WhatsAppBackupHead& head);

// The key for this backup among what the person gave. Errc::encrypted if none is of its sort.
Result<AesKey> whatsapp_backup_key(const WhatsAppBackupHead& head, const Secret& secret);

// Errc::encrypted: the key is another one's. Errc::malformed: the file was changed.
// Errc::truncated: it was cut. Errc::too_large beyond 16 GB. In one pass over the file if it is
// whole and the key fits; it takes memory for what it gives and 1 MB.
Result<Descriptor> unseal(const Content& file, const WhatsAppBackupHead& head, const AesKey& key);

}  // namespace bridle
