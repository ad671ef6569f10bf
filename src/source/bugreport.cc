#include "source/bugreport.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "format/dump_sections.h"
#include "source/archive_store.h"
#include "source/zip_store.h"

namespace bridle {
namespace {

constexpr std::size_t kHead = 16 << 10;     // what tells a dump: its own head is far shorter
constexpr std::size_t kMostCandidates = 8;  // texts of an archive that are looked into
constexpr std::size_t kPiece = 1 << 20;
constexpr int kDeepest = 3;  // zips in zips, as some vendors pack them

std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.rfind('/') + 1);  // npos + 1 is 0
}

bool is_dump_text(const Content& content) {
  std::string head(static_cast<std::size_t>(std::min<std::uint64_t>(kHead, content.size())), '\0');
  return content.read(0, as_writable_bytes(head)) && is_dump(head);
}

std::optional<DumpText> dump_at(const Store& store, std::size_t file) {
  auto content = store.open_in_order(file);
  if (!content || !is_dump_text(**content)) return {};
  return DumpText{.file = file,
                  .root = std::string(folder_of(store.files()[file].path)),
                  .content = std::move(*content)};
}

// What main_entry.txt names.
std::optional<DumpText> named_text(const Store& store) {
  const auto files = store.files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string_view path = files[i].path;
    const auto folder = folder_of(path);
    if (path.substr(folder.size()) != "main_entry.txt" || files[i].size > 4096) continue;
    const auto content = store.open(i);
    if (!content) continue;
    std::string name(static_cast<std::size_t>((*content)->size()), '\0');
    if (!(*content)->read(0, as_writable_bytes(name))) continue;
    const auto file = store.find(std::string(folder) + std::string(trim(name)));
    if (file)
      if (auto found = dump_at(store, *file)) return found;
  }
  return {};
}

// Texts at the top or one folder below it, the largest first.
std::vector<std::size_t> candidates(const Store& store) {
  std::vector<std::size_t> out;
  const auto files = store.files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string_view path = files[i].path;
    const bool text = path.ends_with(".txt") || path.ends_with(".log") || store.is_one_file();
    if (text && std::ranges::count(path, '/') <= 1) out.push_back(i);
  }
  std::ranges::stable_sort(out, std::greater{}, [&](std::size_t i) { return files[i].size; });
  out.resize(std::min(out.size(), kMostCandidates));
  return out;
}

std::vector<DumpSection> sections_of(const Content& text, AndroidTree& tree,
                                     const std::string& place) {
  DumpSections sections;
  std::vector<char> piece(kPiece);
  std::optional<Error> problem;
  for (std::uint64_t at = 0; at < text.size() && !problem; at += kPiece) {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, text.size() - at));
    const auto part = std::span(piece).first(size);
    if (const auto got = text.read(at, as_writable_bytes(part)); !got)
      problem = got.error();
    else
      sections.add({part.data(), part.size()});
  }
  auto found = sections.finish();
  if (problem) tree.gap(place, *problem);
  if (sections.too_many())
    tree.gap(place, 0, "more sections than a dump has: the rest is left out");
  return found;
}

}  // namespace

std::optional<DumpText> find_dump_text(const Store& store) {
  if (auto named = named_text(store)) return named;
  for (const std::size_t file : candidates(store))
    if (auto found = dump_at(store, file)) return found;
  return {};
}

void add_dump_sections(AndroidTree& tree, const AndroidTree::Container& in, const DumpText& text) {
  const auto sections = sections_of(*text.content, tree, tree.place(in, text.file));
  for (const DumpSection& s : sections) {
    tree.add_part(in, text.file, s.service ? "dumpsys" : "dumpstate", s.name, text.content, s.at,
                  s.size);
    if (!s.service && s.name == "SYSTEM PROPERTIES")
      tree.read_properties_of(*part_of(*text.content, s.at, s.size));
  }
}

void add_bugreport(AndroidTree& tree, const AndroidTree::Container& in, const DumpText& text) {
  const auto files = in.store->files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string_view path = files[i].path;
    const bool cut_up = i == text.file || path == text.root + "main_entry.txt";
    if (!cut_up && path.starts_with(text.root))
      tree.add(in, i, "bugreport", path.substr(text.root.size()));
  }
  add_dump_sections(tree, in, text);
}

void add_bugreport_zip(AndroidTree& tree, const AndroidTree::Container& in, std::size_t file) {
  const std::string place = tree.place(in, file);
  auto content = in.store->open(file);
  if (!content) return tree.gap(place, content.error());
  auto store = read_zip(nullptr, std::move(*content));
  if (!store) return tree.gap(place, store.error());
  const auto inner = tree.nest(in, file, std::move(*store));
  if (const auto text = find_dump_text(*inner.store)) return add_bugreport(tree, inner, *text);
  bool deeper = false;
  const auto files = inner.store->files();
  for (std::size_t i = 0; i < files.size() && inner.depth < kDeepest; ++i) {
    if (!files[i].path.ends_with(".zip")) continue;
    add_bugreport_zip(tree, inner, i);
    deeper = true;
  }
  if (!deeper) tree.gap(place, 0, "no main text was found in this bugreport");
}

std::unique_ptr<Tree> open_bugreport(Store& store, const OpenOptions& options) {
  const auto text = find_dump_text(store);
  if (text) {
    auto tree = std::make_unique<AndroidTree>(kAndroidBugreport, store, options);
    add_bugreport(*tree, {.store = &store, .place = ""}, *text);
    tree->finish();
    return tree;
  }
  const auto files = store.files();
  std::vector<std::size_t> zips;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (const auto& p = files[i].path;
        p.ends_with(".zip") && contains(p, "bugreport") && std::ranges::count(p, '/') <= 1)
      zips.push_back(i);
  if (zips.empty()) return nullptr;
  auto tree = std::make_unique<AndroidTree>(kAndroidBugreport, store, options);
  static_cast<void>(store.fetch(zips));
  for (const std::size_t i : zips) add_bugreport_zip(*tree, {.store = &store, .place = ""}, i);
  if (tree->nodes().empty()) return nullptr;
  tree->finish();
  return tree;
}

}  // namespace bridle
