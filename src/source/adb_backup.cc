#include "source/adb_backup.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "format/android_backup.h"
#include "source/archive_store.h"
#include "source/decrypted.h"
#include "source/tar_store.h"

namespace bridle {
namespace {

Result<AndroidBackupHead> head_of(const Content& content) {
  std::vector<std::byte> start(
      static_cast<std::size_t>(std::min<std::uint64_t>(kAndroidBackupHead, content.size())));
  TRY(content.read(0, start));
  return android_backup_head(start);
}

bool is_backup_file(const Store& store) {
  if (!store.is_one_file()) return false;
  const auto content = store.open(0);
  std::array<std::byte, kAndroidBackupMark.size()> mark;
  return content && (*content)->read(0, mark) && as_text(mark) == kAndroidBackupMark;
}

// Where an unpacked backup begins: before "apps/<package>/_manifest".
std::optional<std::string> unpacked_root(const Store& store) {
  for (const Stored& file : store.files()) {
    const auto parts = split(file.path, '/');
    if (parts.size() < 3 || parts.back() != "_manifest" || parts[parts.size() - 3] != "apps")
      continue;
    const std::size_t tail = 5 + parts[parts.size() - 2].size() + 1 + 9;  // apps/ / _manifest
    return file.path.substr(0, file.path.size() - tail);
  }
  return {};
}

void add_files(AndroidTree& tree, const AndroidTree::Container& in, std::string_view root) {
  const auto files = in.store->files();
  for (std::size_t i = 0; i < files.size(); ++i)
    if (const std::string_view path = files[i].path; path.starts_with(root))
      tree.add(in, i, "adb-backup", path.substr(root.size()));
}

}  // namespace

Result<std::unique_ptr<Store>> read_adb_backup(std::unique_ptr<Content> bytes,
                                               const Secret& secret) {
  const AndroidBackupHead head = TRY(head_of(*bytes));
  const std::uint64_t behind = bytes->size() - head.data_at;
  auto data = part_of(std::shared_ptr<const Content>(std::move(bytes)), head.data_at, behind);
  if (head.encrypted) {
    if (!secret.password)
      return fail(Errc::encrypted, "the backup is encrypted and no password was given");
    AndroidBackupKey key = TRY(unlock_android_backup(head, *secret.password));
    const std::uint64_t size = data->size();
    data = TRY(decrypted(std::move(data), key.key, size, key.iv));
    wipe(key.key);
  }
  return head.packed ? read_packed_tar(nullptr, std::move(data), Wrap::zlib)
                     : read_tar(nullptr, std::move(data));
}

void add_adb_backup(AndroidTree& tree, const AndroidTree::Container& in, std::size_t file) {
  auto content = in.store->open(file);
  auto store = content ? read_adb_backup(std::move(*content), tree.options().secret)
                       : std::unexpected(content.error());
  if (!store) return tree.gap(tree.place(in, file), store.error());
  add_files(tree, tree.nest(in, file, std::move(*store)), "");
}

std::unique_ptr<Tree> open_adb_backup(Store& store, const OpenOptions& options) {
  const bool packed = is_backup_file(store);
  const auto root = packed ? std::nullopt : unpacked_root(store);
  if (!packed && !root) return nullptr;
  auto tree = std::make_unique<AndroidTree>(kAndroidBackup, store, options);
  const AndroidTree::Container whole{.store = &store, .place = ""};
  if (root) {
    add_files(*tree, whole, *root);
  } else {
    auto content = store.open(0);
    auto inner = content ? read_adb_backup(std::move(*content), options.secret)
                         : std::unexpected(content.error());
    if (!inner)
      tree->fail_with(inner.error().code == Errc::encrypted ? State::encrypted : State::failed,
                      inner.error().what);
    else
      add_files(*tree, tree->nest(whole, 0, std::move(*inner)), "");
  }
  tree->finish();
  return tree;
}

bool is_encrypted_adb_backup(const Store& store) {
  if (!is_backup_file(store)) return false;
  const auto content = store.open(0);
  const auto head = content ? head_of(**content) : std::unexpected(content.error());
  return head && head->encrypted;
}

}  // namespace bridle
