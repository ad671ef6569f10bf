// Backups made by `adb backup`: the file (*.ab), or the folder that it was unpacked to.
//
//   apps/<package>/_manifest   a …/apk  f …/files  db …/databases  sp …/shared_prefs  k key-value
//   apps/<package>/d_*         the same from device-protected storage
//   shared/0/…                 the shared storage
// Source: AOSP frameworks/base FullBackup; the head of the file: format/android_backup.h.
#pragma once

#include <memory>

#include "source/android_tree.h"

namespace bridle {

// The files of a backup whose bytes are given. Errc::encrypted without the right password.
Result<std::unique_ptr<Store>> read_adb_backup(std::unique_ptr<Content> bytes,
                                               const Secret& secret);

// Adds the files of a backup that lies in a container; what cannot be opened becomes a gap.
void add_adb_backup(AndroidTree& tree, const AndroidTree::Container& in, std::size_t file);

// Null if the store is no backup of this sort.
std::unique_ptr<Tree> open_adb_backup(Store& store, const OpenOptions& options);

bool is_encrypted_adb_backup(const Store& store);

}  // namespace bridle
