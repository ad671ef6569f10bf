#include "source/ios_backup.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "format/keybag.h"
#include "format/plist.h"
#include "source/backup_ids.h"
#include "source/decrypted.h"
#include "source/ios_backup_index.h"
#include "source/ios_backup_top.h"
#include "source/media_places.h"

namespace bridle {
namespace {

constexpr std::uint64_t kLargestMbdb = 512 << 20;

constexpr std::string_view kNoPassword =
    "the backup is encrypted and no password was given: nothing in it was examined";

class IosBackup : public Tree {
 public:
  IosBackup(Store& store, std::string root)
      : store_(store), root_(std::move(root)), ids_(store, root_) {}

  std::string_view kind() const override { return "ios-backup"; }
  Device device() const override { return device_; }
  State state() const override { return state_; }
  std::string_view why() const override { return why_; }
  std::span<const Node> nodes() const override { return nodes_; }
  std::span<const TreeGap> gaps() const override { return gaps_; }
  bool holds(std::string_view file_id) const override { return stored(file_id).has_value(); }
  Result<std::unique_ptr<Content>> open(const Node& node) const override;
  bool as_received(const Node& node) const override {
    return node.key == 0 && !node.domain.empty();
  }

  void open_all(const OpenOptions& options);

 private:
  std::optional<std::size_t> top(std::string_view name) const {
    return store_.find(root_ + std::string(name));
  }
  std::optional<std::size_t> stored(std::string_view file_id) const { return ids_.find(file_id); }
  IndexFilter filter(const Wanted& wanted) const {
    return {.wanted = wanted, .media = media_, .stored = [this](auto id) { return stored(id); }};
  }
  Result<std::unique_ptr<Content>> open_top(std::string_view name) const;
  std::optional<PlistNode> read_top(std::string_view name, Arena& arena);
  Manifest read_manifest(Arena& arena);
  bool is_plain_copy(const OpenOptions& options);
  bool unlock(const Manifest& manifest, const OpenOptions& options);
  Result<Index> read_index(const Manifest& manifest, const IndexFilter& filter, Arena& arena);
  void add_top_nodes(const Wanted& wanted);
  void add(Index index);
  void add_by_id(std::span<const std::string_view> reads);
  void set(State state, std::string why);
  std::optional<AesKey> file_key(std::uint32_t protection_class, Bytes wrapped) const;

  struct Locked {
    std::uint64_t size;
    std::uint32_t protection_class;
    std::string wrapped_key;
  };

  Store& store_;
  std::string root_;
  BackupIds ids_;
  Wanted media_{kMediaPlaces};
  Device device_;
  State state_ = State::read;
  std::string why_;
  std::vector<Node> nodes_;
  std::vector<TreeGap> gaps_;
  std::vector<Locked> locked_;  // Node::key - 1 is an index into it
  std::optional<ClassKeys> keys_;
  bool plain_copy_ = false;  // the files are plain, even those that have keys in the index
  bool manifest_locked_ = false;
  std::string manifest_key_;
};

void IosBackup::set(State state, std::string why) {
  state_ = state;
  why_ = std::move(why);
}

std::optional<AesKey> IosBackup::file_key(std::uint32_t protection_class, Bytes wrapped) const {
  if (!keys_) return {};
  return keys_->unwrap(protection_class, wrapped);
}

Result<std::unique_ptr<Content>> IosBackup::open_top(std::string_view name) const {
  const auto at = top(name);
  if (!at) return fail(Errc::missing, "the exhibit does not hold it");
  auto content = TRY(store_.open(*at));
  if (name != "Manifest.db" || !manifest_locked_) return content;
  if (manifest_key_.size() < 44)
    return fail(Errc::encrypted, "the index is encrypted and its key is missing");
  const Bytes key = as_bytes(manifest_key_);
  const auto protection = static_cast<std::uint32_t>(little_endian(key, 4));
  const auto file = file_key(protection, key.subspan(4, 40));
  if (!file) return fail(Errc::encrypted, "the key of the index cannot be unwrapped");
  const std::uint64_t size = content->size();
  return decrypted(std::move(content), *file, size);
}

Result<std::unique_ptr<Content>> IosBackup::open(const Node& node) const {
  if (node.domain.empty()) return open_top(node.path);
  auto content = TRY(store_.open(node.stored));
  if (node.key == 0) return content;
  const Locked& lock = locked_[node.key - 1];
  const auto key = file_key(lock.protection_class, as_bytes(lock.wrapped_key));
  if (!key) return fail(Errc::encrypted, "the key of this file cannot be unwrapped");
  return decrypted(std::move(content), *key, lock.size);
}

std::optional<PlistNode> IosBackup::read_top(std::string_view name, Arena& arena) {
  const auto content = open_top(name);
  if (!content) return {};
  const auto bytes = whole(**content, kLargestPlist, arena);
  const auto list =
      bytes ? Plist::parse(*bytes, arena) : Result<Plist>(std::unexpected(bytes.error()));
  if (list) return list->root();
  gaps_.push_back({.path = std::string(name), .at = list.error().at, .why = list.error().what});
  return {};
}

Manifest IosBackup::read_manifest(Arena& arena) {
  Manifest out;
  if (const auto m = read_top("Manifest.plist", arena)) {
    out.encrypted = m->find("IsEncrypted").boolean().value_or(false);
    out.keybag = m->find("BackupKeyBag").data().value_or(Bytes{});
    out.manifest_key = m->find("ManifestKey").data().value_or(Bytes{});
    device_ = device_of_lockdown(m->find("Lockdown"));
  }
  if (const auto info = read_top("Info.plist", arena)) {
    const Device said = device_of_info(*info);
    if (!said.model.empty() || device_.model.empty()) device_ = said;
  }
  return out;
}

// A copy that another tool decrypted still says IsEncrypted. A plain index does not prove it (iOS
// 10.0 left it plain), a plain database among the contents does.
bool IosBackup::is_plain_copy(const OpenOptions& options) {
  const auto index = open_top("Manifest.db");
  if (!index || !is_plain_database(**index)) return false;
  const Wanted wanted(options.reads);
  const auto read = read_manifest_db(**index, filter(wanted));
  if (!read) return false;
  plain_copy_ = std::ranges::any_of(read->entries, [&](const IndexEntry& e) {
    if (media_.wants(name_in_backup(e.domain, e.path))) return false;
    const auto content = store_.open(e.stored);
    return content && is_plain_database(**content);
  });
  return plain_copy_;
}

// Makes the class keys. True if the backup's files can be read.
bool IosBackup::unlock(const Manifest& manifest, const OpenOptions& options) {
  if (!manifest.encrypted) {
    plain_copy_ = true;  // whatever the index still says of keys
    return true;
  }
  const auto bag = Keybag::parse(manifest.keybag);
  if (!bag) {
    set(State::failed,
        std::string("the backup is encrypted and its keybag cannot be read: ") + bag.error().what);
    return false;
  }
  const Secret& secret = options.secret;
  if (is_plain_copy(options)) return true;
  if (!secret.password && !secret.key) {
    set(State::encrypted, std::string(kNoPassword));
    return false;
  }
  auto keys = secret.key ? unlock_with_key(*bag, as_bytes(*secret.key))
                         : bridle::unlock(*bag, *secret.password, options.stop);
  if (!keys) {
    set(State::encrypted, std::string("the backup is encrypted: ") + keys.error().what);
    return false;
  }
  keys_.emplace(std::move(*keys));
  return true;
}

Result<Index> IosBackup::read_index(const Manifest& manifest, const IndexFilter& filter,
                                    Arena& arena) {
  if (top("Manifest.db")) {
    const auto content = TRY(open_top("Manifest.db"));
    manifest_locked_ = manifest.encrypted && !is_plain_database(*content);
    manifest_key_ = as_text(manifest.manifest_key);
    const auto readable = TRY(open_top("Manifest.db"));
    return read_manifest_db(*readable, filter);
  }
  const auto content = TRY(open_top("Manifest.mbdb"));
  return read_manifest_mbdb(TRY(whole(*content, kLargestMbdb, arena)), filter);
}

void IosBackup::add_top_nodes(const Wanted& wanted) {
  for (const std::string_view name : kTopOfBackup) {
    const bool index = name == "Manifest.db" || name == "Manifest.mbdb";
    if (index && state_ == State::encrypted) continue;
    if (const auto at = top(name); at && wanted.wants(name_in_backup("", name)))
      nodes_.push_back({.domain = "", .path = std::string(name), .stored = *at});
  }
}

void IosBackup::add(Index index) {
  for (IndexEntry& e : index.entries) {
    Node node{.domain = std::move(e.domain),
              .path = std::move(e.path),
              .stored = e.stored,
              .mtime_ns = e.mtime_ns};
    if (!e.wrapped_key.empty() && !plain_copy_) {
      locked_.push_back({.size = e.size,
                         .protection_class = e.protection_class,
                         .wrapped_key = std::move(e.wrapped_key)});
      node.key = locked_.size();
    }
    nodes_.push_back(std::move(node));
  }
  std::ranges::move(index.gaps, std::back_inserter(gaps_));
  if (index.missing == 0) return;
  set(State::partly, std::to_string(index.missing) + " of the " + std::to_string(index.files) +
                         " files that the backup's index lists are not in the exhibit");
  gaps_.push_back({.path = index.first_missing, .at = 0, .why = why_});
}

// Without an index, files with a fixed name are still where the SHA-1 of that name puts them.
void IosBackup::add_by_id(std::span<const std::string_view> reads) {
  for (const std::string_view pattern : reads) {
    const auto colon = pattern.find(':');
    if (colon == std::string_view::npos || colon == 0 ||
        pattern.find_first_of("*?") != std::string_view::npos)
      continue;
    const std::string_view domain = pattern.substr(0, colon);
    for (const std::string_view suffix : {"", "-wal", "-journal"}) {
      const std::string path = std::string(pattern.substr(colon + 1)) + std::string(suffix);
      if (const auto at = stored(backup_file_id(domain, path)))
        nodes_.push_back({.domain = std::string(domain), .path = path, .stored = *at});
    }
  }
}

void IosBackup::open_all(const OpenOptions& options) {
  Arena arena;
  const Wanted wanted(options.reads);
  const Manifest manifest = read_manifest(arena);
  const bool unlocked = unlock(manifest, options);
  if (unlocked) {
    auto index = read_index(manifest, filter(wanted), arena);
    if (index) {
      const bool damaged = std::ranges::any_of(
          index->gaps, [](const TreeGap& g) { return g.path.starts_with("Manifest."); });
      add(std::move(*index));
      if (damaged) {
        set(State::partly,
            "the backup's index is damaged: files that only it names were not found");
        if (!manifest.encrypted) add_by_id(options.reads);
      }
    } else {
      const bool absent = index.error().code == Errc::missing;
      set(manifest.encrypted ? State::failed : State::partly,
          absent ? "the backup has no index (Manifest.db): half a backup, or its top folder alone"
                 : std::string("the backup's index (Manifest.db) cannot be read: ") +
                       index.error().what);
      gaps_.push_back({.path = "Manifest.db", .at = index.error().at, .why = why_});
      if (!manifest.encrypted) add_by_id(options.reads);
    }
  }
  add_top_nodes(wanted);
  const auto place = [](const Node& n) {
    return std::pair<std::string_view, std::string_view>(n.domain, n.path);
  };
  std::ranges::sort(nodes_, {}, place);
  nodes_.erase(std::ranges::unique(nodes_, {}, place).begin(), nodes_.end());
}

}  // namespace

std::unique_ptr<Tree> open_ios_backup(Store& store, std::string root, const OpenOptions& options) {
  // Stores that are read in order need the files at the top before all others.
  std::vector<std::size_t> top;
  for (const std::string_view name : kTopOfBackup)
    if (const auto at = store.find(root + std::string(name))) top.push_back(*at);
  static_cast<void>(store.fetch(top));  // what cannot be fetched is missing when it is opened
  auto tree = std::make_unique<IosBackup>(store, std::move(root));
  tree->open_all(options);
  return tree;
}

}  // namespace bridle
