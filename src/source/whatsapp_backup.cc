#include "source/whatsapp_backup.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"
#include "source/kinds.h"
#include "source/sealed_backups.h"
#include "source/whatsapp_folder.h"
#include "source/whatsapp_store.h"

namespace bridle {
namespace {

State state_of(Errc code) {
  if (code == Errc::encrypted) return State::encrypted;
  return code == Errc::unsupported ? State::unsupported : State::failed;
}

class WhatsAppBackups : public Tree {
 public:
  WhatsAppBackups(Store& store, const OpenOptions& options) : store_(store), sealed_(options) {}

  std::string_view kind() const override { return kWhatsAppBackup; }
  State state() const override { return state_; }
  std::string_view why() const override { return why_; }
  std::span<const Node> nodes() const override { return nodes_; }
  std::span<const TreeGap> gaps() const override { return gaps_; }

  Result<std::unique_ptr<Content>> open(const Node& node) const override {
    return SealedBackups::is_ours(node) ? sealed_.open(node) : store_.open(node.stored);
  }
  bool as_received(const Node& node) const override { return !SealedBackups::is_ours(node); }
  std::vector<UnreadParts> unread() const override { return unread_; }

  // False if the store holds no backup.
  bool read(const OpenOptions& options) {
    static_cast<void>(store_.fetch(SealedBackups::wanted(store_)));  // shows when it is opened
    sealed_.look_into({.store = &store_});
    if (sealed_.empty()) return false;
    sealed_.unpack();
    nodes_.assign(sealed_.nodes().begin(), sealed_.nodes().end());
    gaps_.assign(sealed_.gaps().begin(), sealed_.gaps().end());
    WhatsAppFound plain{.number = sealed_.count()};
    if (!store_.is_one_file()) find_whatsapp_databases(store_, options, plain);
    const auto sealed = sealed_.files_in(store_);
    std::set<std::size_t> taken(sealed.begin(), sealed.end());
    for (const Node& node : plain.nodes) taken.insert(node.stored);
    for (Node& node : plain.nodes) take_plain(std::move(node));
    auto beside = look_beside(store_, taken, options);
    std::ranges::move(beside.media, std::back_inserter(nodes_));
    unread_ = std::move(beside.unread);
    std::ranges::move(plain.gaps, std::back_inserter(gaps_));
    conclude();
    std::ranges::sort(nodes_, {}, [](const Node& n) { return std::tie(n.domain, n.path); });
    return true;
  }

 private:
  // What reads an exhibit of this kind knows the databases of Android alone.
  void take_plain(Node node) {
    if (node.path.ends_with(".sqlite"))
      gaps_.push_back({.path = store_.files()[node.stored].path,
                       .at = 0,
                       .why = "a database of iOS beside backups of Android: give it as an exhibit "
                              "of its own"});
    else if (!contains(node.path, ".sqlite"))
      nodes_.push_back(std::move(node));
  }

  void conclude() {
    const auto problem = sealed_.problem();
    if (!problem) return;
    const bool some = std::ranges::any_of(
        nodes_, [](const Node& n) { return n.domain != kWhatsAppBackup && n.domain != "media"; });
    state_ = some ? State::partly : state_of(problem->code);
    why_ = problem->why;
  }

  Store& store_;
  SealedBackups sealed_;
  std::vector<Node> nodes_;
  std::vector<TreeGap> gaps_;
  std::vector<UnreadParts> unread_;
  State state_ = State::read;
  std::string why_;
};

}  // namespace

std::unique_ptr<Tree> open_whatsapp_backups(Store& store, const OpenOptions& options) {
  auto tree = std::make_unique<WhatsAppBackups>(store, options);
  if (!tree->read(options)) return nullptr;
  return tree;
}

bool is_encrypted_whatsapp_backup(const Store& store) {
  const auto file = store.is_one_file() ? store.open(0) : fail(Errc::missing, "");
  if (!file) return false;
  const auto head = recognise_backup(**file, store.files()[0].path);
  return head && *head && (*head)->seal == WhatsAppSeal::crypt15;
}

}  // namespace bridle
