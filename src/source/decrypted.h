// A file of an encrypted backup, decrypted where it is read: nothing decrypted is kept.
//
// AES-256 in CBC mode, PKCS#7 padding; the IV is zero in backups of iOS. The size is what the
// padding says; the index's `Size` is from before the copy and serves only where the padding is
// none.
#pragma once

#include <memory>

#include "base/content.h"
#include "format/aes.h"

namespace bridle {

// A file that was cut gives its whole blocks. Errc::io if its end cannot be read.
Result<std::unique_ptr<Content>> decrypted(std::unique_ptr<Content> stored, const AesKey& key,
                                           std::uint64_t size_in_index, const AesBlock& iv = {});

}  // namespace bridle
