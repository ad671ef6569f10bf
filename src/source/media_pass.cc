#include "source/media_pass.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"
#include "format/media_type.h"
#include "source/archive_store.h"
#include "source/zip_store.h"

namespace bridle {
namespace {

constexpr std::size_t kMostFiles = 1024;              // of a pass or of a bundle
constexpr std::uint64_t kLargestFile = 32 << 20;      // inflated, of a pass
constexpr std::uint64_t kLargestArchive = 256 << 20;  // that is looked into

std::unique_ptr<Store> open_small_zip(const Content& content) {
  std::array<std::byte, 4> head{};
  if (content.size() < head.size() || content.size() > kLargestArchive) return nullptr;
  if (!content.read(0, head) || as_text(head) != "PK\x03\x04") return nullptr;
  auto store = read_zip(nullptr, part_of(content, 0, content.size()));
  if (!store || (*store)->files().size() > kMostFiles) return nullptr;
  return std::move(*store);
}

bool has(const Store& store, std::string_view path) {
  return std::ranges::any_of(store.files(), [&](const Stored& f) { return f.path == path; });
}

bool has_pass(const Store& store) {
  return has(store, "pass.json");
}

// Other archives may hold a face.json.
bool is_face(const Store& store) {
  return has(store, "face.json") && has(store, "metadata.json");
}

bool holds_pass(const Store& store, std::size_t index) {
  const auto content = open_in_pass(store, index);
  if (!content) return false;
  const auto inner = open_small_zip(**content);
  return inner && has_pass(*inner);
}

}  // namespace

std::unique_ptr<Store> open_pass(const Content& content) {
  auto store = open_small_zip(content);
  if (!store || has_pass(*store) || is_face(*store)) return store;
  for (std::size_t i = 0; i < store->files().size(); ++i)
    if (holds_pass(*store, i)) return store;
  return nullptr;
}

bool is_bundle(const Store& pass) {
  return sort_of_pass(pass) == "passes";
}

std::string_view sort_of_pass(const Store& pass) {
  if (has_pass(pass)) return "pass";
  return is_face(pass) ? "watchface" : "passes";
}

Result<std::unique_ptr<Content>> open_in_pass(const Store& pass, std::size_t index) {
  if (pass.files()[index].size > kLargestFile)
    return fail(Errc::too_large, "it is larger than a file of a pass can be");
  return pass.open(index);
}

bool is_picture_name(std::string_view path) {
  constexpr std::string_view kNames = " png jpg jpeg gif webp heic tif tiff ";
  return contains(kNames, " " + extension_of(path) + " ");
}

}  // namespace bridle
