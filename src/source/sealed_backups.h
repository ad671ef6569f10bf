// WhatsApp's encrypted backups wherever they lie: in a phone's shared storage, in an archive of it,
// or alone. Each is authenticated and unpacked in memory, with the key that the person gave or one
// that lies in the exhibit; what is in it becomes "whatsapp:N/…" as in source/whatsapp_store.h, and
// the backup itself "whatsapp-backup:path".
//
//   told by its head    crypt14, crypt15; among other files only if the name has ".crypt" and
//   digits head and end        crypt12, of whose head only two bytes are fixed: the name counts for
//   a cut one name alone      .crypt5 to .crypt11, .mcrypt1 (a cloud's copy): named, and not read
//   keys                key (crypt12, crypt14), encrypted_backup.key (crypt15)
// Every copy counts: an older one holds what was erased since.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "format/whatsapp_backup.h"
#include "source/descriptor.h"
#include "source/tree.h"

namespace bridle {

class SealedBackups {
 public:
  explicit SealedBackups(const OpenOptions& options)
      : secret_(options.secret), stop_(options.stop) {}

  // Files of a store that must be at hand for look_into().
  static std::vector<std::size_t> wanted(const Store& store);
  static bool is_named(std::string_view path);

  // A store that may hold some: the exhibit, or an archive in it.
  struct Place {
    const Store* store;
    std::string inside = {};                 // path of the archive in the exhibit
    std::optional<std::size_t> stored = {};  // the received file that the archive lies in
  };
  void look_into(const Place& place);
  // Once, when all places were looked into. Numbers up to `taken` are those of other databases.
  void unpack(std::size_t taken = 0);

  bool empty() const { return backups_.empty(); }
  std::size_t count() const { return backups_.size(); }
  std::span<const Node> nodes() const { return nodes_; }
  std::span<const TreeGap> gaps() const { return gaps_; }

  // Files of this store that nodes stand for.
  std::vector<std::size_t> files_in(const Store& store) const;

  // The first that could not be opened: why, with what its head says of it.
  struct Problem {
    Errc code;
    std::string why;
  };
  std::optional<Problem> problem() const;

  // One node for each sort of database that is only known to be there: opening it says why it
  // cannot be read.
  std::vector<Node> locked() const;

  static bool is_ours(const Node& node) { return node.key >= kOurs; }
  Result<std::unique_ptr<Content>> open(const Node& node) const;

 private:
  struct Backup {
    Place place;
    std::size_t file = 0;
    Result<WhatsAppBackupHead> head;
    std::optional<Error> problem = {};
    Descriptor kept = Descriptor();
    std::uint64_t size = 0;
  };
  static constexpr std::size_t kOurs = std::size_t{1} << 62;  // Node::key from there on

  const std::string& path_of(const Backup& backup) const;
  std::string place_of(const Place& place, std::size_t file) const;
  void find_keys(const Store& store);
  void unpack_one(std::size_t i);
  Result<void> unpack(Backup& backup, std::size_t i);
  Result<Descriptor> open_backup(const Content& file, const WhatsAppBackupHead& head) const;
  Node node(const Backup& backup, std::size_t key) const;

  Secret secret_;
  const std::atomic<bool>* stop_;
  std::vector<Backup> backups_;
  std::vector<std::string> keys_;  // key files of the exhibit, as they are
  std::size_t taken_ = 0;
  std::uint64_t kept_ = 0;
  std::vector<Node> nodes_;
  std::vector<TreeGap> gaps_;
};

// Nothing if the file is no such backup; else its head, or why it cannot be read.
std::optional<Result<WhatsAppBackupHead>> recognise_backup(const Content& file,
                                                           std::string_view name);

}  // namespace bridle
