#include "engine/decrypt.h"

#include <sys/stat.h>

#include <algorithm>
#include <string_view>

#include "sink/private_file.h"
#include "source/inside.h"
#include "source/ios_backup_index.h"
#include "source/kinds.h"
#include "source/store.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPiece = 1 << 20;

Result<void> copy(const Content& content, const fs::path& to) {
  auto out = TRY(PrivateFile::create(to));
  std::vector<std::byte> piece(kPiece);
  for (std::uint64_t at = 0; at < content.size(); at += kPiece) {
    const auto part = std::span(piece).first(std::min(kPiece, content.size() - at));
    TRY(content.read(at, part));
    out.write(as_text(part));
  }
  return out.close();
}

// In an iOS backup the name comes from a hash that is made here, or from the fixed list of files at
// the top. In an Android backup it is the member's, which leads nowhere else (member_path).
fs::path name_of(const Tree& tree, const Node& node) {
  if (tree.kind() != kIosBackup || node.domain.empty()) return node.path;
  const std::string id = backup_file_id(node.domain, node.path);
  return fs::path(id.substr(0, 2)) / id;
}

std::expected<void, std::string> make_folder(const fs::path& output) {
  std::error_code error;
  if (fs::exists(output, error) && !fs::is_empty(output, error))
    return std::unexpected(output.string() + ": the folder is not empty");
  fs::create_directories(output, error);
  if (::chmod(output.c_str(), 0700) != 0)
    return std::unexpected(output.string() + ": the folder cannot be made");
  return {};
}

void write_node(const Tree& tree, const Node& node, const fs::path& output, Decrypted& done) {
  const fs::path to = output / name_of(tree, node);
  std::error_code ignored;  // a folder that is not there shows when the file is made
  fs::create_directories(to.parent_path(), ignored);
  const auto content = tree.open(node);
  const auto copied = content ? copy(**content, to) : std::unexpected(content.error());
  if (!copied) {
    done.gaps.push_back({.path = node.domain + ":" + node.path,
                         .at = copied.error().at,
                         .why = copied.error().what});
    return;
  }
  ++done.files;
  done.bytes += (*content)->size();
}

bool can_decrypt(std::string_view kind) {
  return kind == kIosBackup || kind == kAndroidBackup || kind == kWhatsAppBackup;
}

// The backups themselves are not what was asked for.
std::vector<Node> plain_nodes(const Tree& tree) {
  std::vector<Node> out;
  for (const Node& node : tree.nodes())
    if (node.domain != kWhatsAppBackup) out.push_back(node);
  return out;
}

}  // namespace

std::expected<Decrypted, std::string> decrypt(const std::string& exhibit, const fs::path& output,
                                              const Secret& secret, Watcher& watcher,
                                              const std::atomic<bool>& stop) {
  if (const auto apart = check_apart(output.string(), exhibit); !apart)
    return std::unexpected(exhibit + ": " + apart.error().what);
  auto store = open_store(exhibit);
  if (!store) return std::unexpected(exhibit + ": " + store.error().what);
  const OpenOptions how{.secret = secret, .reads = {"**"}, .stop = &stop};
  const auto tree = open_tree(**store, how);
  if (!can_decrypt(tree->kind()))
    return std::unexpected(exhibit + ": there is nothing to decrypt in an exhibit of this kind");
  if (tree->state() != State::read && tree->state() != State::partly)
    return std::unexpected(exhibit + ": " + std::string(tree->why()));
  if (const auto made = make_folder(output); !made) return std::unexpected(made.error());
  Decrypted done;
  done.gaps.assign(tree->gaps().begin(), tree->gaps().end());
  std::vector<std::size_t> all;
  const std::vector<Node> nodes = plain_nodes(*tree);
  for (const Node& node : nodes) all.push_back(node.stored);
  if (const auto fetched = (*store)->fetch(all); !fetched)
    return std::unexpected(exhibit + ": " + fetched.error().what);
  watcher.begin(nodes.size());
  std::uint64_t count = 0;
  for (const Node& node : nodes) {
    if (stop) return std::unexpected("stopped: the output is not whole");
    write_node(*tree, node, output, done);
    watcher.done(++count);
  }
  return done;
}

}  // namespace bridle
