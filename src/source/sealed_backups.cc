#include "source/sealed_backups.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "source/file_content.h"
#include "source/kinds.h"
#include "source/whatsapp_store.h"
#include "source/whatsapp_unsealing.h"

namespace bridle {
namespace {

constexpr std::size_t kMostBackups = 256, kMostKeys = 8, kMostKeyFile = 1024;
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

bool is_key(const Stored& file) {
  const std::string_view name = file_name(file.path);
  return (name == "key" || name == "encrypted_backup.key") && file.size <= kMostKeyFile;
}

Result<WhatsAppBackupHead> head_of(const Content& file) {
  std::vector<std::byte> start(
      static_cast<std::size_t>(std::min<std::uint64_t>(kMostWhatsAppHead, file.size())));
  TRY(file.read(0, start));
  return whatsapp_backup_head(start);
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

// Nothing if the key is of another sort or account.
std::optional<Result<Descriptor>> open_with(const Content& file, const WhatsAppBackupHead& head,
                                            const Secret& secret) {
  auto key = whatsapp_backup_key(head, secret);
  if (!key) return {};
  auto plain = unseal(file, head, *key);
  wipe(*key);
  return plain;
}

// "msgstore.db" of "msgstore-2024-05-01.1.db.crypt15"; empty if nothing here reads such a one.
std::string_view expected_database(std::string_view name) {
  for (const std::string_view known : {"msgstore.db", "wa.db"})
    if (name.starts_with(known.substr(0, known.size() - 3)) && contains(name, ".db.crypt"))
      return known;
  return "";
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

}  // namespace

std::optional<Result<WhatsAppBackupHead>> recognise_backup(const Content& file,
                                                           std::string_view path) {
  const std::string_view name = file_name(path);
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

bool SealedBackups::is_named(std::string_view path) {
  return number_in(file_name(path)) != 0 || is_cloud_copy(path);
}

std::vector<std::size_t> SealedBackups::wanted(const Store& store) {
  std::vector<std::size_t> out, keys;
  const auto files = store.files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (is_named(files[i].path) || store.is_one_file()) out.push_back(i);
    if (is_key(files[i])) keys.push_back(i);
  }
  if (!out.empty()) std::ranges::copy(keys, std::back_inserter(out));
  std::ranges::sort(out);
  return out;
}

const std::string& SealedBackups::path_of(const Backup& backup) const {
  return backup.place.store->files()[backup.file].path;
}

std::string SealedBackups::place_of(const Place& place, std::size_t file) const {
  const std::string& path = place.store->files()[file].path;
  return place.inside.empty() ? path : place.inside + "/" + path;
}

void SealedBackups::look_into(const Place& place) {
  const Store& store = *place.store;
  const auto files = store.files();
  for (const std::size_t i : wanted(store)) {
    if (is_key(files[i]) && keys_.size() < kMostKeys) {
      const auto file = store.open(i);
      std::string key(static_cast<std::size_t>(files[i].size), '\0');
      if (file && (*file)->size() == key.size() && (*file)->read(0, as_writable_bytes(key)) &&
          whatsapp_key_file(as_bytes(key)))
        keys_.push_back(std::move(key));
    }
    if (!is_named(files[i].path) && !store.is_one_file()) continue;
    if (backups_.size() == kMostBackups) {
      gaps_.push_back({.path = "", .at = 0, .why = "only the first 256 backups are looked into"});
      break;
    }
    const auto file = store.open(i);
    auto head = file ? recognise_backup(**file, files[i].path) : std::nullopt;
    if (head) backups_.push_back({.place = place, .file = i, .head = std::move(*head)});
    if (!file && !store.is_one_file())
      gaps_.push_back(
          {.path = place_of(place, i), .at = file.error().at, .why = file.error().what});
  }
}

Node SealedBackups::node(const Backup& backup, std::size_t key) const {
  return {.domain = std::string(kWhatsAppBackup),
          .path = place_of(backup.place, backup.file),
          .stored = backup.place.stored.value_or(backup.file),
          .key = key,
          .place = place_of(backup.place, backup.file)};
}

void SealedBackups::unpack(std::size_t taken) {
  taken_ = taken;
  for (std::size_t i = 0; i < backups_.size(); ++i) {
    if (stop_ && *stop_) break;
    unpack_one(i);
  }
}

void SealedBackups::unpack_one(std::size_t i) {
  Backup& backup = backups_[i];
  nodes_.push_back(node(backup, kOurs + 2 * i));
  const auto done = unpack(backup, i);
  if (done) return;
  backup.problem = done.error();
  gaps_.push_back({.path = place_of(backup.place, backup.file),
                   .at = done.error().at,
                   .why = done.error().what});
}

Result<void> SealedBackups::unpack(Backup& backup, std::size_t i) {
  if (!backup.head) return std::unexpected(backup.head.error());
  const auto file = TRY(backup.place.store->open(backup.file));
  Descriptor plain = TRY(open_backup(*file, *backup.head));
  backup.size = TRY(size_of(plain));
  const auto content = part_content(plain.get(), 0, backup.size);
  Node found = node(backup, kOurs + 2 * i + 1);
  found.domain = "whatsapp";
  found.path =
      std::to_string(taken_ + i + 1) + "/" + plain_name(*content, file_name(path_of(backup)));
  nodes_.push_back(std::move(found));
  if (kept_ > 0 && kept_ + backup.size > kMostKept) return {};
  kept_ += backup.size;
  backup.kept = std::move(plain);
  return {};
}

// The person's key first, then those that lie in the exhibit.
Result<Descriptor> SealedBackups::open_backup(const Content& file,
                                              const WhatsAppBackupHead& head) const {
  auto opened = open_with(file, head, secret_);
  for (const std::string& key : keys_) {
    if (opened && (*opened || opened->error().code != Errc::encrypted)) break;
    const Secret own{.password = {}, .key = {}, .whatsapp_key = key};
    if (auto next = open_with(file, head, own)) opened = std::move(next);
  }
  if (opened) return std::move(*opened);
  const auto key = whatsapp_backup_key(head, secret_);
  return std::unexpected(without_key(file, head, key.error()));
}

std::vector<std::size_t> SealedBackups::files_in(const Store& store) const {
  std::vector<std::size_t> out;
  for (const Backup& backup : backups_)
    if (backup.place.store == &store) out.push_back(backup.file);
  return out;
}

std::optional<SealedBackups::Problem> SealedBackups::problem() const {
  const auto bad = std::ranges::find_if(backups_, [](const Backup& b) { return !!b.problem; });
  if (bad == backups_.end()) return {};
  const std::string why = bad->problem->what;
  return Problem{.code = bad->problem->code,
                 .why = bad->head ? about(*bad->head) + ": " + why : why};
}

std::vector<Node> SealedBackups::locked() const {
  std::vector<Node> out;
  std::set<std::string_view> told;
  for (std::size_t i = 0; i < backups_.size(); ++i) {
    const Backup& backup = backups_[i];
    const auto name = expected_database(file_name(path_of(backup)));
    if (!backup.problem || name.empty() || !told.insert(name).second) continue;
    Node hidden = node(backup, kOurs + 2 * i + 1);
    hidden.domain = "whatsapp";
    hidden.path = std::to_string(taken_ + i + 1) + "/" + std::string(name);
    out.push_back(std::move(hidden));
  }
  return out;
}

Result<std::unique_ptr<Content>> SealedBackups::open(const Node& node) const {
  const Backup& backup = backups_[(node.key - kOurs) / 2];
  if ((node.key - kOurs) % 2 == 0) return backup.place.store->open(backup.file);
  if (backup.problem) return std::unexpected(*backup.problem);
  if (backup.kept) return part_content(backup.kept.get(), 0, backup.size);
  const auto file = TRY(backup.place.store->open(backup.file));
  return file_content(TRY(open_backup(*file, *backup.head)));
}

}  // namespace bridle
