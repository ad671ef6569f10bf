#include "source/tree.h"

#include "source/adb_backup.h"
#include "source/androidqf.h"
#include "source/apk.h"
#include "source/bugreport.h"
#include "source/filesystem.h"
#include "source/intrusion_log.h"
#include "source/ios_backup.h"
#include "source/media_file.h"
#include "source/unknown.h"
#include "source/whatsapp_backup.h"
#include "source/whatsapp_store.h"

namespace bridle {

std::unique_ptr<Tree> open_tree(Store& store, const OpenOptions& options) {
  if (auto root = find_ios_backup(store)) return open_ios_backup(store, *root, options);
  // From what is told by the names of its files to what must be looked into.
  for (const auto open : {open_androidqf, open_encrypted_androidqf, open_apk, open_adb_backup,
                          open_bugreport, open_filesystem, open_intrusion_log, open_media_files,
                          open_whatsapp_backups, open_whatsapp_databases, open_shared_storage})
    if (auto tree = open(store, options)) return tree;
  return std::make_unique<Unknown>();
}

bool is_encrypted(Store& store) {
  const auto root = find_ios_backup(store);
  if (root) return is_encrypted_ios_backup(store, *root);
  return is_encrypted_adb_backup(store) || is_encrypted_androidqf(store) ||
         is_encrypted_whatsapp_backup(store);
}

}  // namespace bridle
