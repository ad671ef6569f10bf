#include "source/tree.h"

#include "source/ios_backup.h"
#include "source/unknown.h"

namespace bridle {

std::unique_ptr<Tree> open_tree(Store& store, const OpenOptions& options) {
  if (auto root = find_ios_backup(store)) return open_ios_backup(store, *root, options);
  return std::make_unique<Unknown>();
}

bool is_encrypted(Store& store) {
  const auto root = find_ios_backup(store);
  return root && is_encrypted_ios_backup(store, *root);
}

}  // namespace bridle
