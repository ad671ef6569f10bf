// An iOS backup: a folder, or an archive of one, with an index (Manifest.db since iOS 10,
// Manifest.mbdb before) of files that are stored under the SHA-1 of "domain-path".
//
//   Info.plist      device, installed apps          Manifest.plist  IsEncrypted, BackupKeyBag,
//   Status.plist    whether the backup was finished                 ManifestKey, Lockdown
//   Manifest.db     Files(fileID, domain, relativePath, flags, file); encrypted as the files are
//   xx/<40 hex>     contents; before iOS 10 without the folder xx
// Source: facts stand in format/keybag.h and docs/formats.md.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "source/tree.h"

namespace bridle {

// Where in the store a backup lies: "" or a folder with its slash; nothing if there is none.
std::optional<std::string> find_ios_backup(const Store& store);

// Never fails: what cannot be opened is told by the tree's state.
std::unique_ptr<Tree> open_ios_backup(Store& store, std::string root, const OpenOptions& options);

// Whether a backup says that it is encrypted.
bool is_encrypted_ios_backup(Store& store, const std::string& root);

}  // namespace bridle
