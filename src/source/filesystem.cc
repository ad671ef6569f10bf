#include "source/filesystem.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/text.h"
#include "source/kinds.h"
#include "source/media_places.h"
#include "source/sealed_backups.h"
#include "source/wanted.h"

namespace bridle {
namespace {

struct Sign {
  std::string_view folder, kind;
  std::string_view in = {};  // where on the phone the folder lies, if not at its top
};
constexpr std::array kSigns = {
    Sign{"private/var/mobile/", kIosFilesystem},   Sign{"private/var/db/", kIosFilesystem},
    Sign{"private/var/root/", kIosFilesystem},     Sign{"data/data/", kAndroidFilesystem},
    Sign{"data/system/", kAndroidFilesystem},      Sign{"data/misc/", kAndroidFilesystem},
    Sign{"data/tombstones/", kAndroidFilesystem},  Sign{"data/app/", kAndroidFilesystem},
    Sign{"system/build.prop", kAndroidFilesystem},
};

// Of shared storage alone, as it is copied off a phone that is not opened further.
constexpr std::array kSharedSigns = {
    Sign{"Android/media/", kAndroidFilesystem, "sdcard/"},
    Sign{"Android/data/", kAndroidFilesystem, "sdcard/"},
    Sign{"WhatsApp/Media/", kAndroidFilesystem, "sdcard/"},
    Sign{"WhatsApp Images/", kAndroidFilesystem, "sdcard/WhatsApp/Media/"},
    Sign{"WhatsApp Video/", kAndroidFilesystem, "sdcard/WhatsApp/Media/"},
    Sign{"WhatsApp Documents/", kAndroidFilesystem, "sdcard/WhatsApp/Media/"},
};

struct Found {
  std::string root;  // "" or with its slash
  std::string_view kind;
  std::string_view in = {};  // where on the phone that root is
};

// The root nearest to the top that a sign shows.
std::optional<Found> find_root(const Store& store, std::span<const Sign> signs) {
  std::optional<Found> best;
  for (const Stored& file : store.files()) {
    const std::string_view path = file.path;
    for (const Sign& sign : signs) {
      const auto at = path.find(sign.folder);
      if (at == std::string_view::npos || (at > 0 && path[at - 1] != '/')) continue;
      if (!best || at < best->root.size())
        best = {.root = std::string(path.substr(0, at)), .kind = sign.kind, .in = sign.in};
    }
    if (best && best->root.empty()) break;
  }
  return best;
}

// Node::key of media: of most of them only the first bytes are read, and no database lies there.
constexpr std::size_t kInOrder = 1;

class Filesystem : public Tree {
 public:
  Filesystem(const Store& store, const Found& found, const OpenOptions& options)
      : store_(store), kind_(found.kind), root_(found.root), sealed_(options) {
    const Wanted wanted(options.reads);
    const Wanted media(kMediaPlaces);
    const auto files = store.files();
    const bool inside_is_place = found.root.empty() && found.in.empty();
    for (std::size_t i = 0; i < files.size(); ++i) {
      const std::string& path = files[i].path;
      if (!path.starts_with(found.root)) continue;
      std::string inside = std::string(found.in) + path.substr(found.root.size());
      if (!wanted.wants(inside)) continue;
      const bool in_order = media.wants(inside);
      nodes_.push_back({.domain = "",
                        .path = std::move(inside),
                        .stored = i,
                        .key = in_order ? kInOrder : 0,
                        .place = inside_is_place ? "" : path});
    }
    nodes_.push_back({.domain = "listing", .path = "files", .stored = kMade});
  }

  // Adds WhatsApp's backups, which lie in the shared storage; what is wanted of them was fetched.
  void unseal_backups() {
    sealed_.look_into({.store = &store_});
    sealed_.unpack();
    std::ranges::copy(sealed_.nodes(), std::back_inserter(nodes_));
    std::ranges::move(sealed_.locked(), std::back_inserter(nodes_));
    std::ranges::stable_sort(nodes_, {}, [](const Node& n) {
      return std::tuple<std::string_view, std::string_view>(n.domain, n.path);
    });
  }

  std::string_view kind() const override { return kind_; }
  std::span<const Node> nodes() const override { return nodes_; }
  std::span<const TreeGap> gaps() const override { return sealed_.gaps(); }
  Listing listing() const override { return {.files = store_.files(), .root = root_}; }
  Result<std::unique_ptr<Content>> open(const Node& node) const override {
    if (SealedBackups::is_ours(node)) return sealed_.open(node);
    if (node.stored == kMade) return std::make_unique<MemoryContent>(Bytes());
    return node.key == kInOrder ? store_.open_in_order(node.stored) : store_.open(node.stored);
  }
  bool as_received(const Node& node) const override {
    return node.stored != kMade && !SealedBackups::is_ours(node);
  }

 private:
  const Store& store_;
  std::string_view kind_;
  std::string root_;
  std::vector<Node> nodes_;  // as sorted as the store's files are: the root is the same for all,
                             // and "" < "listing"
  SealedBackups sealed_;
};

std::unique_ptr<Tree> open_found(Store& store, const std::optional<Found>& found,
                                 const OpenOptions& options) {
  if (!found) return nullptr;
  auto tree = std::make_unique<Filesystem>(store, *found, options);
  if (found->kind != kAndroidFilesystem) return tree;
  const auto sealed = SealedBackups::wanted(store);
  if (!sealed.empty()) static_cast<void>(store.fetch(sealed));  // shows when it is opened
  tree->unseal_backups();
  return tree;
}

}  // namespace

std::unique_ptr<Tree> open_filesystem(Store& store, const OpenOptions& options) {
  return open_found(store, find_root(store, kSigns), options);
}

std::unique_ptr<Tree> open_shared_storage(Store& store, const OpenOptions& options) {
  return open_found(store, find_root(store, kSharedSigns), options);
}

}  // namespace bridle
