// Encrypted backups of WhatsApp: made here with each way of sealing, then changed at each place.
#include "source/whatsapp_backup.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "format/shared_corpora.h"
#include "format/whatsapp_backup.h"
#include "source/sealed_backup_builder.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

using namespace sealing;

const std::string kPlainText = "an invented text, long enough to be packed: 555-0100, 555-0101";

Secret with_file(const std::string& key) {
  Secret out{.password = {}, .key = {}};
  out.whatsapp_key = key_file(key);
  return out;
}

Secret with_password(const std::string& password) {
  return {.password = password, .key = {}};
}

// Kind, state and why, then each database with its text.
std::string told(const std::string& path, const Secret& secret) {
  const auto store = open_store(path);
  if (!store) return store.error().what;
  const auto tree = open_tree(**store, {.secret = secret, .reads = {}});
  std::string out = std::string(tree->kind()) + " " + std::string(name(tree->state())) + " " +
                    std::string(tree->why());
  for (const Node& node : tree->nodes()) {
    if (node.domain != "whatsapp") continue;
    const auto content = tree->open(node);
    std::string text(content ? static_cast<std::size_t>((*content)->size()) : 0, '\0');
    EXPECT_TRUE(content && (*content)->read(0, as_writable_bytes(text)));
    out += "\n" + node.path + " in " + node.place + ": " +
           (text.size() < 100 ? text : std::to_string(text.size()));
  }
  return out;
}

std::string told_of(const std::string& bytes, const Secret& secret,
                    const std::string& name = "x.db.crypt15") {
  const TestFolder at;
  at.write(name, bytes);
  return told(at.path(name), secret);
}

TEST(WhatsAppBackup, OpensWithEachSortOfKey) {
  const std::string p = packed(kPlainText), end = ": " + kPlainText;
  const std::string read = "whatsapp-backup read \n1/x.db in x.db.crypt1";
  std::string spaced;
  for (int i = 0; i < 16; ++i) spaced += "1111 ";
  EXPECT_EQ(told_of(crypt15(p), with_file(kRoot)), read + "5" + end);
  EXPECT_EQ(told_of(crypt15(p), with_password(spaced)), read + "5" + end);
  EXPECT_EQ(told_of(crypt15(p), {.password = {}, .key = kRoot}), read + "5" + end);
  EXPECT_EQ(told_of(crypt15(p, Kept::tag_only), with_file(kRoot)), read + "5" + end);
  EXPECT_EQ(told_of(crypt15("PK\3\4" + kPlainText, Kept::tag_only), with_file(kRoot)),
            read + "5: PK\3\4" + kPlainText);
  EXPECT_EQ(told_of(crypt14(p), with_file(kKey14), "x.db.crypt14"), read + "4" + end);
  EXPECT_EQ(told_of(crypt12(p), with_file(kKey14), "x.db.crypt12"), read + "2" + end);
  EXPECT_EQ(told_of(crypt12(p), {.password = {}, .key = kKey14}, "renamed"),
            "whatsapp-backup read \n1/renamed in renamed" + end);
}

TEST(WhatsAppBackup, SaysWhyItDoesNotOpen) {
  const std::string p = packed(kPlainText);
  const std::string by = "whatsapp-backup encrypted crypt15 of WhatsApp 2.22.5.13: ";
  EXPECT_EQ(
      told_of(crypt15(p), {}),
      by +
          "the backup is encrypted and no key was given: it opens with encrypted_backup.key or the "
          "64 digits that its owner wrote down");
  EXPECT_EQ(told_of(crypt15(p), {.password = {}, .key = kKey14}),
            by + "the key is not that of this backup, which is whole by its MD5");
  EXPECT_EQ(told_of(crypt15(p, Kept::tag_only), {.password = {}, .key = kKey14}),
            by + "the key is not that of this backup, or the backup was changed or cut");
  EXPECT_EQ(told_of(crypt15(p), with_file(kKey14)),
            by + "the key file is of crypt12 and crypt14: crypt15 needs encrypted_backup.key");
  EXPECT_EQ(told_of(crypt15(p), with_password("hunter2")),
            by + "the password is not the 64 digits of a key");
  EXPECT_EQ(told_of(crypt14(p), with_file(kRoot)),
            "whatsapp-backup encrypted crypt14 of WhatsApp 2.22.5.13: "
            "the key file is of crypt15: this backup needs the file key");
  const std::string none = "whatsapp-backup unsupported ";
  EXPECT_EQ(told_of("anything", {}, "x.db.crypt8"),
            none + "an old form of backup that is not read: crypt5 to crypt11");
  EXPECT_EQ(told_of("anything", {}, "x.db.crypt16"), none + "a form of backup that is not known");
  EXPECT_EQ(told_of("anything", {}, "abcd.mcrypt1"),
            none + "a copy out of the cloud: what opens it is kept there, not in the file");
  EXPECT_EQ(told_of(message(std::string("\x08\x02", 2), Kept::with_md5) + p, {}, "x"),
            none + "a way of encrypting that is not known");
  EXPECT_EQ(told_of("anything", {}, "x.db.txt").substr(0, 8), "unknown ");
}

TEST(WhatsAppBackup, NeverGivesTextOfAChangedFile) {
  const std::string p = packed(kPlainText);
  struct Made {
    std::string bytes, name, key;
  };
  for (const Made& made :
       {Made{crypt15(p), "x.db.crypt15", kRoot}, Made{crypt14(p), "x.db.crypt14", kKey14},
        Made{crypt12(p), "x.db.crypt12", kKey14}}) {
    const std::size_t cover =
        made.bytes.size() - (made.key == kKey14 && made.bytes[0] == 0 ? 4 : 0);
    std::set<std::string> reasons;
    for (std::size_t i = 0; i < cover; ++i) {
      std::string changed = made.bytes;
      changed[i] = static_cast<char>(changed[i] ^ 4);
      const std::string told = told_of(changed, with_file(made.key), made.name);
      EXPECT_FALSE(told.contains("\n")) << i << told;
      EXPECT_FALSE(told.starts_with("whatsapp-backup read")) << i;
      if (i >= cover - 16) {
        EXPECT_TRUE(told.ends_with("the MD5 at the end of the backup was changed"));
      }
      if (i >= cover - 32 && i < cover - 16) {
        EXPECT_TRUE(told.ends_with("its tag is wrong"));
      }
      EXPECT_FALSE(told_of(changed, {}, made.name).contains("no key was given")) << i;
    }
    for (std::size_t size = 1; size < made.bytes.size(); ++size) {
      const std::string told = told_of(made.bytes.substr(0, size), with_file(made.key), made.name);
      EXPECT_TRUE(told.starts_with("whatsapp-backup failed")) << size << told;
      EXPECT_TRUE(told.contains(" cut")) << size << told;
    }
  }
}

TEST(WhatsAppBackup, AFolderIsOneExhibit) {
  const TestFolder at;
  at.write("msgstore-2026-11-01.1.db.crypt15", crypt15(packed("first")));
  at.write("msgstore.db.crypt15", crypt15(packed("second")));
  at.write("notes.txt", "nothing");
  EXPECT_EQ(told(at.path(), with_file(kRoot)),
            "whatsapp-backup read \n"
            "1/msgstore-2026-11-01.1.db in msgstore-2026-11-01.1.db.crypt15: first\n"
            "2/msgstore.db in msgstore.db.crypt15: second");
  at.write("wa.db.crypt15", crypt15(packed("third")).substr(0, 60));
  EXPECT_TRUE(told(at.path(), with_file(kRoot)).starts_with("whatsapp-backup partly crypt15"));
  EXPECT_TRUE(told(at.path(), {}).starts_with("whatsapp-backup encrypted"));
}

void make_database(const std::string& path, const char* sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
  sqlite3_close(db);
}

TEST(WhatsAppBackup, PlainDatabasesOfAndroidBesideItAreRead) {
  const TestFolder at;
  make_database(at.path("wa.db"), "CREATE TABLE wa_contacts (jid)");
  make_database(at.path("chats.db"), "CREATE TABLE ZWAMESSAGE (x)");
  at.write("msgstore.db.crypt15", crypt15(packed("first")));
  EXPECT_EQ(told(at.path(), with_file(kRoot)),
            "whatsapp-backup read \n1/msgstore.db in msgstore.db.crypt15: first\n"
            "3/wa.db in wa.db: 8192");
  const auto store = open_store(at.path());
  ASSERT_TRUE(store);
  const auto tree = open_tree(**store, {.secret = with_file(kRoot), .reads = {}});
  ASSERT_EQ(tree->gaps().size(), 1U);
  EXPECT_EQ(tree->gaps()[0].path, "chats.db");
}

TEST(WhatsAppBackup, PublicFilesGiveTheirDatabase) {
  const auto from = shared_corpus("whatsapp-network") / "wa-crypt-tools";
  if (!std::filesystem::exists(from)) GTEST_SKIP() << "no corpora beside the tree";
  const std::string wanted = file_bytes(from / "msgstore.db");
  for (const char* name : {"msgstore.db.crypt12", "msgstore.db.crypt14",
                           "msgstore-noexpiry.db.crypt14", "msgstore.db.crypt15"}) {
    Secret secret{.password = {}, .key = {}};
    secret.whatsapp_key = file_bytes(
        from / (std::string_view(name).ends_with("15") ? "encrypted_backup.key" : "key"));
    const auto store = open_store((from / name).string());
    ASSERT_TRUE(store);
    const auto tree = open_tree(**store, {.secret = secret, .reads = {}});
    ASSERT_EQ(tree->state(), State::read) << name << tree->why();
    ASSERT_EQ(tree->nodes().front().path, "1/msgstore.db");
    const auto content = tree->open(tree->nodes().front());
    ASSERT_TRUE(content);
    std::string plain(static_cast<std::size_t>((*content)->size()), '\0');
    ASSERT_TRUE((*content)->read(0, as_writable_bytes(plain)));
    EXPECT_TRUE(plain == wanted) << name;
  }
}

}  // namespace
}  // namespace bridle
