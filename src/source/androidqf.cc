#include "source/androidqf.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "source/adb_backup.h"
#include "source/age_file.h"
#include "source/bugreport.h"
#include "source/intrusion_log.h"
#include "source/whatsapp_store.h"
#include "source/zip_store.h"

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

// Reports that lay on the phone: asked for earlier, or written by Samsung's own tool.
bool is_older_report(std::string_view path) {
  return glob("bugreports/**.zip", path) || glob("logs/**dumpState*.zip", path);
}

// What is opened as a container of its own, and is no file that somebody reads.
bool is_nested(std::string_view path) {
  return path == "backup.ab" || path == "bugreport.zip" || path == "dumpsys.txt" ||
         is_older_report(path) || path.starts_with("intrusion_logs/");
}

// Puts an acquisition, which lies at `root` in a container, into a tree.
class Opening {
 public:
  Opening(AndroidTree& tree, AndroidTree::Container in, std::string root)
      : tree_(tree), in_(std::move(in)), root_(std::move(root)) {}

  // Stores that are read in order need these before the others.
  std::vector<std::size_t> nested() const {
    std::vector<std::size_t> out;
    const auto files = in_.store->files();
    for (std::size_t i = 0; i < files.size(); ++i)
      if (const auto path = inside(files[i].path);
          path && (is_nested(*path) || path == "getprop.txt"))
        out.push_back(i);
    for (const auto& more : {SealedBackups::wanted(*in_.store), whatsapp_candidates(*in_.store)})
      std::ranges::copy(more, std::back_inserter(out));
    std::ranges::sort(out);
    const auto twice = std::ranges::unique(out);
    out.erase(twice.begin(), twice.end());
    return out;
  }

  void run() {
    const auto files = in_.store->files();
    const auto databases = tree_.add_whatsapp_databases(in_);
    for (std::size_t i = 0; i < files.size(); ++i)
      if (const auto path = inside(files[i].path);
          path && !is_nested(*path) && !SealedBackups::is_named(*path) && !databases.contains(i))
        tree_.add(in_, i, "androidqf", *path);
    if (const auto at = in_.store->find(root_ + "getprop.txt"))
      if (const auto text = in_.store->open(*at)) tree_.read_properties_of(**text);
    for (std::size_t i = 0; i < files.size(); ++i)
      if (const auto path = inside(files[i].path)) open_nested(i, *path);
    add_intrusion_logs(tree_, in_, root_ + "intrusion_logs/");
    tree_.finish();
  }

 private:
  // The path in the acquisition, or nothing for files beside it.
  std::optional<std::string_view> inside(std::string_view path) const {
    if (!path.starts_with(root_)) return {};
    return path.substr(root_.size());
  }

  void open_nested(std::size_t file, std::string_view path) {
    if (path == "backup.ab") add_adb_backup(tree_, in_, file);
    if (path == "bugreport.zip" || is_older_report(path)) add_bugreport_zip(tree_, in_, file);
    if (path != "dumpsys.txt") return;
    auto content = in_.store->open_in_order(file);
    if (!content) return tree_.gap(tree_.place(in_, file), content.error());
    add_dump_sections(tree_, in_, {.file = file, .root = root_, .content = std::move(*content)});
  }

  AndroidTree& tree_;
  AndroidTree::Container in_;
  std::string root_;
};

// The acquisition in an archive that was decrypted.
Result<void> open_inside(AndroidTree& tree, Store& store, const OpenOptions& options) {
  auto sealed = TRY(store.open(0));
  auto content = TRY(open_age(std::move(sealed), options.secret));
  auto inner = TRY(read_zip(nullptr, std::move(content)));
  const auto in = tree.nest({.store = &store, .place = ""}, 0, std::move(inner));
  auto root = find_root(*in.store);
  if (!root && !in.store->gaps().empty())
    return fail(Errc::malformed, "the archive that is encrypted is damaged");
  if (!root) return fail(Errc::unsupported, "what is encrypted is no acquisition of AndroidQF");
  Opening(tree, in, std::move(*root)).run();
  return {};
}

}  // namespace

std::unique_ptr<Tree> open_androidqf(Store& store, const OpenOptions& options) {
  auto root = find_root(store);
  if (!root) return nullptr;
  auto tree = std::make_unique<AndroidTree>(kAndroidQf, store, options);
  Opening opening(*tree, {.store = &store, .place = ""}, std::move(*root));
  static_cast<void>(store.fetch(opening.nested()));  // what is missing shows when it is opened
  opening.run();
  return tree;
}

std::unique_ptr<Tree> open_encrypted_androidqf(Store& store, const OpenOptions& options) {
  if (!store.is_one_file()) return nullptr;
  const auto content = store.open(0);
  if (!content || !is_age(**content)) return nullptr;
  auto tree = std::make_unique<AndroidTree>(kAndroidQf, store, options);
  if (const auto opened = open_inside(*tree, store, options); !opened) {
    const Errc code = opened.error().code;
    tree->fail_with(code == Errc::encrypted     ? State::encrypted
                    : code == Errc::unsupported ? State::unsupported
                                                : State::failed,
                    opened.error().what);
  }
  return tree;
}

bool is_encrypted_androidqf(const Store& store) {
  const auto content = store.is_one_file() ? store.open(0) : fail(Errc::missing, "");
  return content && wants_password(**content);
}

}  // namespace bridle
