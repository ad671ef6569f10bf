#include "source/whatsapp_backup.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>

#include "base/text.h"
#include "source/file_content.h"
#include "source/kinds.h"
#include "source/whatsapp_folder.h"
#include "source/whatsapp_store.h"
#include "source/whatsapp_unsealing.h"

namespace bridle {
namespace {

constexpr std::size_t kMostBackups = 256;
constexpr std::size_t kPlain = 0;  // Node::key of what lies plain in the store; else a number
constexpr std::size_t kRaw = static_cast<std::size_t>(-1);
// What is beyond is unpacked again where it is read: a folder holds a copy of each of seven days.
constexpr std::uint64_t kMostKept = std::uint64_t{2} << 30;

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// The number behind ".crypt" in a name; 0 if there is none.
int number_in(std::string_view name) {
  const auto at = name.rfind(".crypt");
  int out = 0;
  if (at == std::string_view::npos) return out;
  for (const char c : name.substr(at + 6)) {
    if (!is_digit(c) || out >= 100) break;
    out = out * 10 + (c - '0');
  }
  return out;
}

bool is_cloud_copy(std::string_view name) {
  return name.ends_with(".mcrypt1");
}

Result<WhatsAppBackupHead> head_of(const Content& file) {
  std::vector<std::byte> start(
      static_cast<std::size_t>(std::min<std::uint64_t>(kMostWhatsAppHead, file.size())));
  TRY(file.read(0, start));
  return whatsapp_backup_head(start);
}

// Nothing if the file is none; else its head, or why it cannot be read.
std::optional<Result<WhatsAppBackupHead>> recognise(const Content& file, std::string_view name) {
  const int number = number_in(name);
  if (is_cloud_copy(name))
    return fail(Errc::unsupported,
                "a copy out of the cloud: what opens it is kept there, not in the file");
  if (number >= 5 && number <= 11)
    return fail(Errc::unsupported, "an old form of backup that is not read: crypt5 to crypt11");
  auto head = head_of(file);
  std::array<std::byte, 4> last{};
  const bool ends = file.size() > last.size() && file.read(file.size() - last.size(), last) &&
                    is_crypt12_end(last);
  if (head && (head->seal != WhatsAppSeal::crypt12 || ends || number == 12)) return head;
  if (!head && head.error().code == Errc::unsupported && (number != 0 || !ends)) return head;
  if (number > 15) return fail(Errc::unsupported, "a form of backup that is not known");
  if (number >= 12) return fail(Errc::malformed, "the head of the backup was changed or cut", 0);
  return {};
}

State state_of(Errc code) {
  if (code == Errc::encrypted) return State::encrypted;
  return code == Errc::unsupported ? State::unsupported : State::failed;
}

// What the head says without any key.
std::string about(const WhatsAppBackupHead& head) {
  constexpr std::array kSeals = {"crypt12", "crypt14", "crypt15"};
  std::string out = kSeals[static_cast<std::size_t>(head.seal)];
  if (!head.app_version.empty()) out += " of WhatsApp " + head.app_version;
  return out;
}

// With no key for it, its MD5 still tells whether it is what was written.
Error without_key(const Content& file, const WhatsAppBackupHead& head, Error why) {
  const auto whole = is_whole_by_md5(file, head);
  if (!whole) return whole.error();
  if (*whole) return why;
  if (!must_have_md5(head))
    return {
        Errc::encrypted,
        "it is encrypted, and does not end with an MD5 of itself: a part of a larger backup, or "
        "changed or cut"};
  return {Errc::malformed, "the backup was changed or cut: its MD5 is wrong"};
}

Result<Descriptor> open_backup(const Content& file, const WhatsAppBackupHead& head,
                               const Secret& secret) {
  AesKey key{};
  if (auto found = whatsapp_backup_key(head, secret))
    key = *found;
  else
    return std::unexpected(without_key(file, head, found.error()));
  auto plain = unseal(file, head, key);
  wipe(key);
  return plain;
}

std::string plain_name(const Content& plain, std::string_view backup) {
  if (const auto name = name_of_whatsapp_database(plain, nullptr); !name.empty())
    return std::string(name);
  return std::string(backup.substr(0, backup.rfind(".crypt")));
}

Result<std::uint64_t> size_of(const Descriptor& file) {
  struct stat s{};
  if (fstat(file.get(), &s) != 0) return fail(Errc::io, "no memory for inflated data");
  return static_cast<std::uint64_t>(s.st_size);
}

class WhatsAppBackups : public Tree {
 public:
  WhatsAppBackups(Store& store, const OpenOptions& options)
      : store_(store), secret_(options.secret) {}

  std::string_view kind() const override { return kWhatsAppBackup; }
  State state() const override { return state_; }
  std::string_view why() const override { return why_; }
  std::span<const Node> nodes() const override { return nodes_; }
  std::span<const TreeGap> gaps() const override { return gaps_; }

  Result<std::unique_ptr<Content>> open(const Node& node) const override {
    if (node.key == kPlain || node.key == kRaw) return store_.open(node.stored);
    const Backup& backup = backups_[node.key - 1];
    if (backup.kept) return part_content(backup.kept.get(), 0, backup.size);
    const auto file = TRY(store_.open(backup.stored));
    return file_content(TRY(open_backup(*file, *backup.head, secret_)));
  }
  bool as_received(const Node& node) const override {
    return node.key == kPlain || node.key == kRaw;
  }
  std::vector<UnreadParts> unread() const override { return unread_; }

  // False if the store holds no backup.
  bool read(const OpenOptions& options) {
    if (!find()) return false;
    for (std::size_t i = 0; i < backups_.size(); ++i) {
      if (options.stop && *options.stop) break;
      unpack(i);
    }
    WhatsAppFound plain{.number = backups_.size()};
    if (!store_.is_one_file()) find_whatsapp_databases(store_, options, plain);
    std::set<std::size_t> taken;
    for (const Backup& backup : backups_) taken.insert(backup.stored);
    for (const Node& node : plain.nodes) taken.insert(node.stored);
    for (Node& node : plain.nodes) take_plain(std::move(node));
    auto beside = look_beside(store_, taken, options);
    std::ranges::move(beside.media, std::back_inserter(nodes_));
    unread_ = std::move(beside.unread);
    std::ranges::move(plain.gaps, std::back_inserter(gaps_));
    std::ranges::sort(nodes_, {}, [](const Node& n) { return std::tie(n.domain, n.path); });
    conclude();
    return true;
  }

 private:
  struct Backup {
    std::size_t stored = 0;
    Result<WhatsAppBackupHead> head;
    std::optional<Error> problem = {};
    Descriptor kept = Descriptor();
    std::uint64_t size = 0;
  };

  bool find() {
    std::vector<std::size_t> named;
    const auto files = store_.files();
    for (std::size_t i = 0; i < files.size(); ++i)
      if (const auto name = file_name(files[i].path);
          store_.is_one_file() || number_in(name) != 0 || is_cloud_copy(name))
        named.push_back(i);
    if (named.size() > kMostBackups) {
      gaps_.push_back({.path = "", .at = 0, .why = "only the first 256 backups are looked into"});
      named.resize(kMostBackups);
    }
    static_cast<void>(store_.fetch(named));  // what is missing shows when it is opened
    for (const std::size_t i : named) {
      const auto file = store_.open(i);
      auto head = file ? recognise(**file, file_name(files[i].path)) : std::nullopt;
      if (head) backups_.push_back({.stored = i, .head = std::move(*head)});
      if (!file && !store_.is_one_file()) gap(i, file.error());
    }
    return !backups_.empty();
  }

  void unpack(std::size_t i) {
    Backup& backup = backups_[i];
    const std::string& path = store_.files()[backup.stored].path;
    nodes_.push_back({.domain = std::string(kWhatsAppBackup),
                      .path = path,
                      .stored = backup.stored,
                      .key = kRaw,
                      .place = path});
    if (const auto done = unpack(backup, i + 1, path); !done) {
      backup.problem = done.error();
      gap(backup.stored, done.error());
    }
  }

  Result<void> unpack(Backup& backup, std::size_t number, const std::string& path) {
    if (!backup.head) return std::unexpected(backup.head.error());
    const auto file = TRY(store_.open(backup.stored));
    Descriptor plain = TRY(open_backup(*file, *backup.head, secret_));
    backup.size = TRY(size_of(plain));
    const auto content = part_content(plain.get(), 0, backup.size);
    nodes_.push_back({.domain = "whatsapp",
                      .path = std::to_string(number) + "/" + plain_name(*content, file_name(path)),
                      .stored = backup.stored,
                      .key = number,
                      .place = path});
    if (kept_ > 0 && kept_ + backup.size > kMostKept) return {};
    kept_ += backup.size;
    backup.kept = std::move(plain);
    return {};
  }

  // What reads an exhibit of this kind knows the databases of Android alone.
  void take_plain(Node node) {
    if (node.path.ends_with(".sqlite"))
      gap(node.stored, {Errc::unsupported,
                        "a database of iOS beside backups of Android: give it as "
                        "an exhibit of its own"});
    else if (!contains(node.path, ".sqlite"))
      nodes_.push_back(std::move(node));
  }

  void gap(std::size_t stored, const Error& error) {
    gaps_.push_back({.path = store_.files()[stored].path, .at = error.at, .why = error.what});
  }

  void conclude() {
    const auto bad = std::ranges::find_if(backups_, [](const Backup& b) { return !!b.problem; });
    if (bad == backups_.end()) return;
    const bool some = std::ranges::any_of(
        nodes_, [](const Node& n) { return n.key != kRaw && n.domain != "media"; });
    state_ = some ? State::partly : state_of(bad->problem->code);
    why_ = bad->problem->what;
    if (bad->head) why_ = about(*bad->head) + ": " + why_;
  }

  Store& store_;
  Secret secret_;
  std::vector<Backup> backups_;
  std::uint64_t kept_ = 0;
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
  const auto head = recognise(**file, file_name(store.files()[0].path));
  return head && *head && (*head)->seal == WhatsAppSeal::crypt15;
}

}  // namespace bridle
