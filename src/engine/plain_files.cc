#include "engine/plain_files.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/take_in.h"
#include "sink/private_file.h"
#include "source/ios_backup_index.h"
#include "source/kinds.h"

namespace bridle {
namespace {

constexpr std::uint64_t kPiece = 1 << 20;

std::unexpected<Refusal> refused(const std::string& exhibit, std::string_view why) {
  return std::unexpected(
      Refusal{.kind = Refusal::Kind::usage, .why = exhibit + ": " + std::string(why)});
}

// In an iOS backup the name comes from a hash that is made here, or from the fixed list of files at
// the top. In an Android backup it is the member's, which leads nowhere else (member_path).
std::string name_of(const Tree& tree, const Node& node) {
  if (tree.kind() != kIosBackup || node.domain.empty()) return node.path;
  const std::string id = backup_file_id(node.domain, node.path);
  return id.substr(0, 2) + "/" + id;
}

Result<void> copy(const Content& content, PrivateFile out, std::atomic<std::uint64_t>& beats) {
  std::vector<std::byte> piece(std::min(kPiece, content.size()));
  for (std::uint64_t at = 0; at < content.size(); at += kPiece) {
    const auto part = std::span(piece).first(std::min(kPiece, content.size() - at));
    TRY(content.read(at, part));
    out.write(as_text(part));
    ++beats;
  }
  return out.close();
}

bool can_decrypt(std::string_view kind) {
  return kind == kIosBackup || kind == kAndroidBackup || kind == kWhatsAppBackup;
}

class PlainFiles {
 public:
  PlainFiles(const Tree& tree, const Workplace& with) : tree_(tree), with_(with) {}

  std::vector<Gap> write(std::span<const Node> nodes) {
    with_.link.begin(nodes.size());
    for (const TreeGap& gap : tree_.gaps())
      gaps_.push_back({.path = gap.path, .at = gap.at, .why = gap.why});
    std::uint64_t count = 0;
    for (const Node& node : nodes) {
      if (with_.spots.stop) break;
      if (const auto written = write(node); !written)
        gaps_.push_back({.path = node.domain + ":" + node.path,
                         .at = written.error().at,
                         .why = written.error().what});
      with_.link.done(++count);
    }
    return std::move(gaps_);
  }

 private:
  Result<void> write(const Node& node) {
    const Spot spot{.doing = Doing::reading, .file = name_of_file(node.domain, node.path)};
    Busy busy(with_.spots, spot, 0);
    if (const std::string* why = with_.left_out.why(spot))
      return fail(Errc::unsupported, why->c_str());
    const auto content = TRY(tree_.open(node));
    PrivateFile out = TRY(PrivateFile::create(with_.link, name_of(tree_, node)));
    return copy(*content, std::move(out), busy.beats());
  }

  const Tree& tree_;
  const Workplace& with_;
  std::vector<Gap> gaps_;
};

// The backups themselves are not what was asked for.
std::vector<Node> plain_nodes(const Tree& tree) {
  std::vector<Node> out;
  for (const Node& node : tree.nodes())
    if (node.domain != kWhatsAppBackup) out.push_back(node);
  return out;
}

Result<void> fetch_all(const Exhibit& e, std::span<const Node> nodes, const Workplace& with) {
  std::vector<std::size_t> all;
  std::uint64_t bytes = 0;
  for (const Node& node : nodes) {
    if (node.stored == kMade) continue;
    all.push_back(node.stored);
    bytes += e.store->files()[node.stored].size;
  }
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  const Busy busy(with.spots, {.doing = Doing::opening}, bytes);
  return e.store->fetch(all);
}

// Why there is nothing to write; empty if there is.
std::string_view why_not(const Tree& tree) {
  if (tree.state() == State::failed) return tree.why();
  if (!can_decrypt(tree.kind())) return "there is nothing to decrypt in an exhibit of this kind";
  return tree.state() == State::read || tree.state() == State::partly ? "" : tree.why();
}

}  // namespace

std::expected<Outcome, Refusal> write_plain_files(const std::string& exhibit, const Secret& secret,
                                                  const Workplace& with) {
  auto exhibits = take_in({exhibit}, with);
  if (!exhibits) return std::unexpected(exhibits.error());
  open_trees(*exhibits, {"**"}, secret, with);
  const Exhibit& e = exhibits->front();
  if (const auto why = why_not(*e.tree); !why.empty()) return refused(exhibit, why);
  const std::vector<Node> nodes = plain_nodes(*e.tree);
  if (const auto ready = fetch_all(e, nodes, with); !ready)
    return refused(exhibit, ready.error().what);
  if (const auto opened = with.link.opened(); !opened) return refused(exhibit, opened.error().what);
  Outcome out{.exhibits = std::vector<Received>(1)};
  out.gaps = PlainFiles(*e.tree, with).write(nodes);
  return out;
}

}  // namespace bridle
