#include "source/media_file.h"

#include <algorithm>
#include <array>
#include <vector>

#include "format/media_type.h"
#include "source/kinds.h"
#include "source/media_pass.h"

namespace bridle {
namespace {

// A store of more files is some other thing: looking into each would take long.
constexpr std::size_t kMostFiles = 4096;

bool holds_only_media(Store& store, const std::vector<std::size_t>& files) {
  if (files.empty() || files.size() > kMostFiles || !store.fetch(files)) return false;
  return std::ranges::all_of(files, [&](std::size_t i) {
    const auto content = store.open(i);
    return content && (is_media(**content) || open_pass(**content));
  });
}

class MediaFiles : public Tree {
 public:
  MediaFiles(const Store& store, const std::vector<std::size_t>& files) : store_(store) {
    for (const std::size_t i : files)
      nodes_.push_back({.domain = "media",
                        .path = store.files()[i].path,
                        .stored = i,
                        .place = store.files()[i].path});
  }

  std::string_view kind() const override { return kMediaFile; }
  std::span<const Node> nodes() const override { return nodes_; }
  Result<std::unique_ptr<Content>> open(const Node& node) const override {
    return store_.open(node.stored);
  }
  bool as_received(const Node&) const override { return true; }

 private:
  const Store& store_;
  std::vector<Node> nodes_;  // as sorted as the store's files are
};

// A pass that was given as it is: its archive is the file, and what reads it looks inside.
class PassFile : public Tree {
 public:
  explicit PassFile(const Store& carrier) : carrier_(carrier) {
    const std::string& path = carrier.files().front().path;
    nodes_.push_back({.domain = "media", .path = path, .stored = kMade, .place = path});
  }

  std::string_view kind() const override { return kMediaFile; }
  std::span<const Node> nodes() const override { return nodes_; }
  Result<std::unique_ptr<Content>> open(const Node&) const override { return carrier_.open(0); }

 private:
  const Store& carrier_;
  std::vector<Node> nodes_;
};

bool is_pass(const Store& carrier) {
  const auto content = carrier.open(0);
  return content && open_pass(**content);
}

}  // namespace

bool is_left_by_system(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini" ||
         name == ".nomedia" || name.starts_with("._");
}

bool is_media(const Content& content) {
  std::array<std::byte, kMediaHead> head{};
  const auto part = std::span(head).first(
      static_cast<std::size_t>(std::min<std::uint64_t>(head.size(), content.size())));
  if (!content.read(0, part)) return false;
  const MediaType* const type = media_type(part);
  return type && type->sort != MediaSort::other;
}

std::unique_ptr<Tree> open_media_files(Store& store, const OpenOptions&) {
  if (store.carrier() && is_pass(*store.carrier()))
    return std::make_unique<PassFile>(*store.carrier());
  std::vector<std::size_t> files;
  for (std::size_t i = 0; i < store.files().size(); ++i)
    if (!is_left_by_system(store.files()[i].path)) files.push_back(i);
  if (!holds_only_media(store, files)) return nullptr;
  return std::make_unique<MediaFiles>(store, files);
}

}  // namespace bridle
