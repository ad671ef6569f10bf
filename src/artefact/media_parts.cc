#include "artefact/media_parts.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "base/text.h"
#include "format/media_type.h"
#include "source/archive_store.h"
#include "source/case_files.h"
#include "source/kinds.h"
#include "source/tree.h"
#include "source/zip_store.h"

namespace bridle {
namespace {

constexpr std::size_t kMostMembers = 4096;
constexpr std::uint64_t kMostBytes = 256 << 20;  // of all members that are looked into

std::string_view name_of(const MediaType* type) {
  return type ? type->name : "";
}

class Members {
 public:
  Members(const File& file, Rows& out) : file_(file), out_(out) {}

  Result<void> all(const std::function<bool(std::string_view)>& wanted,
                   const std::function<void(const MediaPart&)>& take) {
    const auto store = TRY(read_zip(nullptr, part_of(*file_.content, 0, file_.content->size())));
    for (const StoreGap& gap : store->gaps()) lose(gap.path, gap.why);
    const std::size_t count = std::min(store->files().size(), kMostMembers);
    if (count < store->files().size()) lose("", "an archive of too many files");
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& path = store->files()[i].path;
      if (const auto done = member(*store, i, wanted, take); !done) lose(path, done.error().what);
    }
    return {};
  }

 private:
  void lose(std::string_view path, std::string_view why) {
    out_.gap(0, std::string(path) + (path.empty() ? "" : ": ") + std::string(why));
  }

  Result<void> member(const Store& store, std::size_t i,
                      const std::function<bool(std::string_view)>& wanted,
                      const std::function<void(const MediaPart&)>& take) {
    const auto content = TRY(store.open(i));
    const std::string_view type = name_of(TRY(told_type(*content)));
    if (!wanted(type)) return {};
    if (content->size() > left_) return fail(Errc::too_large, "the archive's files are too large");
    left_ -= content->size();
    std::vector<std::byte> bytes(static_cast<std::size_t>(content->size()));
    TRY(content->read(0, bytes));
    take({.member = store.files()[i].path, .type = type, .bytes = bytes});
    return {};
  }

  const File& file_;
  Rows& out_;
  std::uint64_t left_ = kMostBytes;
};

}  // namespace

bool is_media_alone(const File& file) {
  return !file.node || file.tree->kind() == kMediaFile;
}

Result<void> each_media_part(const File& file, Rows& out,
                             const std::function<bool(std::string_view type)>& wanted,
                             const std::function<void(const MediaPart&)>& take) {
  const std::string_view type = name_of(TRY(type_of(file)));
  if (type.empty() && !is_media_alone(file)) return {};
  if (type.empty()) return fail(Errc::unsupported, "its first bytes are of no known type");
  if (type == "zip") return Members(file, out).all(wanted, take);
  if (wanted(type)) take({.member = {}, .type = type, .bytes = TRY(file.bytes())});
  return {};
}

}  // namespace bridle
