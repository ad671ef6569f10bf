#include "source/case_files.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "format/content_hash.h"
#include "source/kinds.h"
#include "source/media_places.h"
#include "source/wanted.h"

namespace bridle {
namespace {

// Stores that note files: an exhibit with one speaks of its own phone.
bool is_store(std::string_view path) {
  return path.ends_with("msgstore.db") || path.ends_with("ChatStorage.sqlite");
}

std::string_view name_in(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// Its last two names, or the one that there is.
std::string_view last_two(std::string_view path) {
  const auto last = path.rfind('/');
  if (last == std::string_view::npos || last == 0) return path;
  const auto before = path.rfind('/', last - 1);
  return before == std::string_view::npos ? path : path.substr(before + 1);
}

// So many files that end alike are compared: more are there to keep us busy.
constexpr std::size_t kMostAlike = 64;

// How many names at the end of both are the same, and whether one of them is nothing more.
struct Alike {
  int names = 0;
  bool whole = false;
};

Alike alike(std::string_view a, std::string_view b) {
  Alike out;
  for (;;) {
    const std::string_view name = name_in(a);
    if (name != name_in(b) || name.empty()) return out;
    ++out.names;
    if (name.size() == a.size() || name.size() == b.size()) {
      out.whole = true;
      return out;
    }
    a.remove_suffix(name.size() + 1);
    b.remove_suffix(name.size() + 1);
  }
}

class OpenedLater : public Content {
 public:
  OpenedLater(const Tree& tree, const Node& node, std::uint64_t size)
      : tree_(tree), node_(node), size_(size) {}

  std::uint64_t size() const override { return size_; }
  Result<void> read(std::uint64_t at, std::span<std::byte> out) const override {
    std::call_once(once_, [this] { content_ = tree_.open(node_); });
    if (!content_) return std::unexpected(content_.error());
    return (*content_)->read(at, out);
  }

 private:
  const Tree& tree_;
  const Node& node_;
  std::uint64_t size_;
  mutable std::once_flag once_;
  mutable Result<std::unique_ptr<Content>> content_ = nullptr;
};

}  // namespace

std::size_t CaseFiles::ByDigest::operator()(const Digest& d) const {
  return static_cast<std::size_t>(little_endian(d, 8));
}

void CaseFiles::find() const {
  const Wanted places(kMediaPlaces);
  has_store_.resize(exhibits_.size());
  for (std::size_t i = 0; i < exhibits_.size(); ++i) {
    const Tree& tree = *exhibits_[i].tree;
    for (const Node& node : tree.nodes()) {
      if (is_store(node.path)) has_store_[i] = true;
      const bool plain = node.domain.empty() && tree.kind() != kIosBackup;
      if (places.wants(plain ? node.path : name_in_backup(node.domain, node.path)))
        files_.push_back({.exhibit = i, .node = &node});
    }
  }
  for (const CaseFile& file : files_) by_name_.emplace(last_two(file.node->path), file);
}

void CaseFiles::hash_all() const {
  for (const CaseFile& file : files_) {
    if (stop_ && *stop_) break;
    if (const auto hash = digest(file)) by_digest_.try_emplace(*hash, file);
  }
}

Result<Digest> CaseFiles::compute(const CaseFile& file) const {
  std::unique_lock lock(lock_);
  const auto [at, mine] = digests_.try_emplace(file.node);
  auto& slot = at->second;  // it stays where it is
  if (mine) {
    lock.unlock();
    const auto content = open(file);
    Result<Digest> digest =
        content ? content_digest(**content) : Result<Digest>(std::unexpected(content.error()));
    lock.lock();
    slot = std::move(digest);
    computed_.notify_all();
  }
  computed_.wait(lock, [&] { return slot.has_value(); });
  return *slot;
}

bool CaseFiles::is_hashed(const CaseFile& file) const {
  const Part& exhibit = exhibits_[file.exhibit];
  return exhibit.digests && file.node->stored != kMade && exhibit.tree->as_received(*file.node);
}

Result<Digest> CaseFiles::digest(const CaseFile& file) const {
  return is_hashed(file) ? exhibits_[file.exhibit].digests->of(file.node->stored) : compute(file);
}

Result<const MediaType*> CaseFiles::type(const CaseFile& file) const {
  if (is_hashed(file))
    if (const auto seen = exhibits_[file.exhibit].digests->type(file.node->stored)) return *seen;
  {
    const std::scoped_lock lock(lock_);
    if (const auto at = types_.find(file.node); at != types_.end()) return at->second;
  }
  const auto content = TRY(exhibits_[file.exhibit].tree->open(*file.node));
  const MediaType* const type = TRY(told_type(*content));
  const std::scoped_lock lock(lock_);
  return types_.emplace(file.node, type).first->second;
}

Result<std::unique_ptr<Content>> CaseFiles::open(const CaseFile& file) const {
  const Part& exhibit = exhibits_[file.exhibit];
  if (!is_hashed(file)) return exhibit.tree->open(*file.node);
  const std::uint64_t size = exhibit.store->files()[file.node->stored].size;
  return std::make_unique<OpenedLater>(*exhibit.tree, *file.node, size);
}

std::string_view CaseFiles::place(const CaseFile& file) const {
  return file.node->place.empty() ? file.node->path : file.node->place;
}

// A backup's files have the time of the copy; what their index says stands in the node.
std::optional<std::int64_t> CaseFiles::mtime_ns(const CaseFile& file) const {
  const Part& exhibit = exhibits_[file.exhibit];
  if (file.node->mtime_ns || exhibit.tree->kind() == kIosBackup) return file.node->mtime_ns;
  if (!exhibit.store || file.node->stored == kMade) return {};
  return exhibit.store->files()[file.node->stored].mtime_ns;
}

std::vector<CaseFile> CaseFiles::named(std::string_view path, std::size_t exhibit) const {
  std::call_once(found_, [&] { find(); });
  std::vector<CaseFile> alike_ones;
  const auto add = [&](std::string_view names) {
    const auto [begin, end] = by_name_.equal_range(names);
    for (const auto& [name, file] : std::ranges::subrange(begin, end)) {
      if (alike_ones.size() == kMostAlike) break;
      alike_ones.push_back(file);
    }
  };
  add(last_two(path));
  if (name_in(path).size() < path.size()) add(name_in(path));  // in a folder without folders
  std::vector<CaseFile> out;
  int most = 0;
  bool own = false;
  for (const CaseFile& file : alike_ones) {
    const bool here = file.exhibit == exhibit;
    const Alike names = alike(path, file.node->path);
    if ((names.names < 2 && !names.whole) || (!here && (own || has_store_[file.exhibit]))) continue;
    if (here > own || names.names > most) out.clear();
    if (here == own && names.names < most) continue;
    own = here;
    most = names.names;
    out.push_back(file);
  }
  // The table gives them in no order.
  std::ranges::sort(out, {}, [](const CaseFile& f) {
    return std::tuple<std::size_t, std::string_view, std::string_view>(f.exhibit, f.node->domain,
                                                                       f.node->path);
  });
  return out;
}

std::optional<CaseFile> CaseFiles::with(const Digest& digest) const {
  std::call_once(found_, [&] { find(); });
  std::call_once(hashed_, [&] { hash_all(); });
  const auto at = by_digest_.find(digest);
  return at == by_digest_.end() ? std::nullopt : std::optional(at->second);
}

Result<const MediaType*> type_of(const File& file) {
  if (!file.files || !file.node) return told_type(*file.content);
  return file.files->type({.exhibit = file.exhibit, .node = file.node});
}

Result<std::string> sha256_of(const File& file) {
  if (!file.files || !file.node) return content_hash(*file.content);
  return hex(TRY(file.files->digest({.exhibit = file.exhibit, .node = file.node})));
}

}  // namespace bridle
