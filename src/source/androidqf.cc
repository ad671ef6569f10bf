#include "source/androidqf.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "source/adb_backup.h"
#include "source/bugreport.h"
#include "source/intrusion_log.h"

namespace bridle {
namespace {

// Files that acquisitions of all versions hold; two in one folder tell it.
constexpr std::array<std::string_view, 8> kSigns = {
    "acquisition.json", "packages.json", "getprop.txt",         "files.json",
    "dumpsys.txt",      "services.txt",  "settings_global.txt", "root_binaries.json"};

std::optional<std::string> find_root(const Store& store) {
  std::map<std::string_view, int> signs;
  for (const Stored& file : store.files()) {
    const std::string_view path = file.path;
    const auto folder = path.substr(0, path.rfind('/') + 1);
    if (std::ranges::count(kSigns, path.substr(folder.size())) > 0) ++signs[folder];
  }
  std::optional<std::string> best;
  for (const auto& [folder, count] : signs)
    if (count >= 2 && (!best || folder.size() < best->size())) best = folder;
  return best;
}

bool is_nested(std::string_view path) {
  return path == "backup.ab" || path == "bugreport.zip" || path == "getprop.txt" ||
         path == "dumpsys.txt" || glob("bugreports/**.zip", path) ||
         path.starts_with("intrusion_logs/");
}

class Opening {
 public:
  Opening(Store& store, std::string root, const OpenOptions& options)
      : whole_{.store = &store, .place = ""},
        root_(std::move(root)),
        tree_(std::make_unique<AndroidTree>(kAndroidQf, store, options)) {
    fetch_nested(store);
  }

  std::unique_ptr<Tree> run() {
    const auto files = whole_.store->files();
    for (std::size_t i = 0; i < files.size(); ++i)
      if (const auto path = inside(files[i].path)) tree_->add(whole_, i, "androidqf", *path);
    if (const auto at = whole_.store->find(root_ + "getprop.txt"))
      if (const auto text = whole_.store->open(*at)) tree_->read_properties_of(**text);
    for (std::size_t i = 0; i < files.size(); ++i)
      if (const auto path = inside(files[i].path)) open_nested(i, *path);
    add_intrusion_logs(*tree_, whole_, root_ + "intrusion_logs/");
    tree_->finish();
    return std::move(tree_);
  }

 private:
  // The path in the acquisition, or nothing for files beside it.
  std::optional<std::string_view> inside(std::string_view path) const {
    if (!path.starts_with(root_)) return {};
    return path.substr(root_.size());
  }

  // Stores that are read in order need these before the others.
  void fetch_nested(Store& store) {
    std::vector<std::size_t> wanted;
    const auto files = store.files();
    for (std::size_t i = 0; i < files.size(); ++i)
      if (const auto path = inside(files[i].path); path && is_nested(*path)) wanted.push_back(i);
    static_cast<void>(store.fetch(wanted));  // what is missing shows when it is opened
  }

  void open_nested(std::size_t file, std::string_view path) {
    if (path == "backup.ab") add_adb_backup(*tree_, whole_, file);
    if (path == "bugreport.zip" || glob("bugreports/**.zip", path))
      add_bugreport_zip(*tree_, whole_, file);
    if (path != "dumpsys.txt") return;
    auto content = whole_.store->open_in_order(file);
    if (!content) return tree_->gap(tree_->place(whole_, file), content.error());
    add_dump_sections(*tree_, whole_,
                      {.file = file, .root = root_, .content = std::move(*content)});
  }

  AndroidTree::Container whole_;
  std::string root_;
  std::unique_ptr<AndroidTree> tree_;
};

}  // namespace

std::unique_ptr<Tree> open_androidqf(Store& store, const OpenOptions& options) {
  auto root = find_root(store);
  if (!root) return nullptr;
  return Opening(store, std::move(*root), options).run();
}

}  // namespace bridle
