#include "source/whatsapp_store.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"
#include "format/sqlite_database.h"
#include "source/kinds.h"
#include "source/whatsapp_folder.h"

namespace bridle {
namespace {

constexpr std::size_t kMostLookedAt = 64;  // databases of a large exhibit that are looked into

std::set<std::string, std::less<>> tables_of(const Content& content, const Content* wal) {
  std::set<std::string, std::less<>> out;
  auto database = SqliteDatabase::open(content, wal);
  if (!database) return out;
  auto names = database->prepare("SELECT name FROM sqlite_schema WHERE type = 'table'");
  if (!names) return out;
  for (auto more = names->step(); more && *more; more = names->step()) out.emplace(names->text(0));
  return out;
}

// What such a database is called on the phone; empty if it is none of WhatsApp's.
std::string_view name_of(const std::set<std::string, std::less<>>& tables) {
  const auto has = [&](std::string_view table) { return tables.contains(table); };
  if (has("jid") && (has("message") || has("messages"))) return "msgstore.db";
  if (has("messages") && has("chat_list")) return "msgstore.db";  // before there were ids of jids
  if (has("wa_contacts")) return "wa.db";
  if (has("ZWAMESSAGE")) return "ChatStorage.sqlite";
  if (has("ZWACDCALLEVENT")) return "CallHistory.sqlite";
  if (has("ZWAADDRESSBOOKCONTACT")) return "ContactsV2.sqlite";
  return has("ZWAPHONENUMBERLIDPAIR") ? "LID.sqlite" : "";
}

bool is_sqlite(const Content& content) {
  constexpr std::string_view kMagic{"SQLite format 3\0", 16};
  std::string head(kMagic.size(), '\0');
  return content.size() > head.size() && content.read(0, as_writable_bytes(head)) && head == kMagic;
}

std::vector<std::size_t> candidates(const Store& store) {
  std::vector<std::size_t> out;
  const auto files = store.files();
  for (std::size_t i = 0; i < files.size() && out.size() < kMostLookedAt; ++i)
    if (const std::string_view path = files[i].path;
        store.is_one_file() || path.ends_with(".db") || path.ends_with(".sqlite"))
      out.push_back(i);
  return out;
}

void look_into(const Store& store, std::size_t file, WhatsAppFound& into) {
  const std::string& path = store.files()[file].path;
  const auto content = store.open(file);
  if (!content) return;
  const auto wal_at = store.find(path + "-wal");
  const auto wal = wal_at ? store.open(*wal_at) : fail(Errc::missing, "");
  const auto name = name_of_whatsapp_database(**content, wal ? wal->get() : nullptr);
  if (name.empty()) return;
  const std::string known = std::to_string(++into.number) + "/" + std::string(name);
  for (const std::string_view side : {"", "-wal", "-journal"})
    if (const auto at = store.find(path + std::string(side)))
      into.nodes.push_back({.domain = "whatsapp",
                            .path = known + std::string(side),
                            .stored = *at,
                            .place = store.files()[*at].path});
}

class WhatsAppDatabases : public Tree {
 public:
  WhatsAppDatabases(Store& store, WhatsAppFound found, const OpenOptions& options)
      : store_(store), found_(std::move(found)) {
    std::set<std::size_t> taken;
    for (const Node& node : found_.nodes) taken.insert(node.stored);
    auto beside = look_beside(store, taken, options);
    std::ranges::move(beside.media, std::back_inserter(found_.nodes));
    unread_ = std::move(beside.unread);
    std::ranges::sort(found_.nodes, {}, [](const Node& n) { return std::tie(n.domain, n.path); });
  }

  std::string_view kind() const override { return kWhatsAppDatabase; }
  std::span<const Node> nodes() const override { return found_.nodes; }
  std::span<const TreeGap> gaps() const override { return found_.gaps; }
  Result<std::unique_ptr<Content>> open(const Node& node) const override {
    return store_.open(node.stored);
  }
  bool as_received(const Node&) const override { return true; }
  std::vector<UnreadParts> unread() const override { return unread_; }

 private:
  Store& store_;
  WhatsAppFound found_;
  std::vector<UnreadParts> unread_;
};

}  // namespace

std::string_view name_of_whatsapp_database(const Content& database, const Content* wal) {
  return is_sqlite(database) ? name_of(tables_of(database, wal)) : "";
}

std::vector<std::size_t> whatsapp_candidates(const Store& store) {
  const auto found = candidates(store);
  std::vector<std::size_t> wanted = found;
  for (const std::size_t i : found)
    for (const std::string_view side : {"-wal", "-journal"})
      if (const auto at = store.find(store.files()[i].path + std::string(side)))
        wanted.push_back(*at);
  return wanted;
}

void find_whatsapp_databases(Store& store, const OpenOptions& options, WhatsAppFound& into) {
  if (const auto fetched = store.fetch(whatsapp_candidates(store)); !fetched)
    into.gaps.push_back({.path = "", .at = fetched.error().at, .why = fetched.error().what});
  look_for_whatsapp_databases(store, options, into);
}

void look_for_whatsapp_databases(const Store& store, const OpenOptions& options,
                                 WhatsAppFound& into) {
  for (const std::size_t i : candidates(store)) {
    if (options.stop && *options.stop) break;
    look_into(store, i, into);
  }
}

std::unique_ptr<Tree> open_whatsapp_databases(Store& store, const OpenOptions& options) {
  WhatsAppFound found;
  find_whatsapp_databases(store, options, found);
  if (found.nodes.empty()) return nullptr;
  return std::make_unique<WhatsAppDatabases>(store, std::move(found), options);
}

}  // namespace bridle
