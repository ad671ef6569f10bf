#include "source/intrusion_log.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "source/zip_store.h"

namespace bridle {
namespace {

constexpr std::size_t kHead = 4096;
constexpr int kDeepest = 3;
constexpr std::size_t kMostLookedAt = 64;  // files of a large exhibit that are looked into

bool is_log(const Store& store, std::size_t file) {
  const auto content = store.open(file);
  if (!content) return false;
  std::string head(static_cast<std::size_t>(std::min<std::uint64_t>(kHead, (*content)->size())),
                   '\0');
  if (!(*content)->read(0, as_writable_bytes(head)) || !trim(head).starts_with('{')) return false;
  constexpr std::array kKeys = {"\"dns_event\"", "\"connect_event\"", "\"security_event\""};
  return std::ranges::any_of(kKeys, [&](auto key) { return contains(head, key); });
}

// Cheap enough to be asked of any exhibit: looks into few files, the first by name.
bool holds_log(const Store& store) {
  const auto files = store.files();
  std::size_t looked = 0;
  for (std::size_t i = 0; i < files.size() && looked < kMostLookedAt; ++i) {
    const std::string_view path = files[i].path;
    const bool text = path.ends_with(".txt") || path.ends_with(".json") || store.is_one_file();
    if (text && ++looked && is_log(store, i)) return true;
    if (!path.ends_with(".zip")) continue;
    ++looked;
    auto content = store.open(i);
    const auto inner =
        content ? read_zip(nullptr, std::move(*content)) : std::unexpected(content.error());
    if (inner && holds_log(**inner)) return true;
  }
  return false;
}

}  // namespace

void add_intrusion_logs(AndroidTree& tree, const AndroidTree::Container& in,
                        std::string_view root) {
  const auto files = in.store->files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string_view path = files[i].path;
    if (!path.starts_with(root)) continue;
    if (!path.ends_with(".zip")) {
      tree.add(in, i, "intrusion-log", path.substr(root.size()));
      continue;
    }
    if (in.depth >= kDeepest) {
      tree.gap(tree.place(in, i), 0, "an archive too deep inside others: not opened");
      continue;
    }
    auto content = in.store->open(i);
    auto inner =
        content ? read_zip(nullptr, std::move(*content)) : std::unexpected(content.error());
    if (inner)
      add_intrusion_logs(tree, tree.nest(in, i, std::move(*inner)), "");
    else
      tree.gap(tree.place(in, i), inner.error());
  }
}

std::unique_ptr<Tree> open_intrusion_log(Store& store, const OpenOptions& options) {
  if (!holds_log(store)) return nullptr;
  auto tree = std::make_unique<AndroidTree>(kAndroidIntrusionLog, store, options);
  add_intrusion_logs(*tree, {.store = &store, .place = ""}, "");
  tree->finish();
  return tree;
}

}  // namespace bridle
