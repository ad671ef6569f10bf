// WhatsApp's databases as exhibits: told by their tables, each with what belongs to it.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "base/text.h"
#include "source/test_folder.h"
#include "source/tree.h"

namespace bridle {
namespace {

void make(const std::string& path, const char* sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
  sqlite3_close(db);
}

std::string told(const std::string& path) {
  const auto store = open_store(path);
  if (!store) return store.error().what;
  const auto tree = open_tree(**store, {.secret = {}, .reads = {"media:**"}});
  std::string out = std::string(tree->kind()) + "\n";
  for (const Node& node : tree->nodes()) {
    const auto content = tree->open(node);
    out += node.domain + ":" + node.path + " in " + node.place + " " +
           (content ? std::to_string((*content)->size() > 0) : content.error().what) + "\n";
  }
  for (const UnreadParts& rest : tree->unread())
    for (const std::string& name : rest.names) out += "unread " + name + "\n";
  return out;
}

TEST(WhatsAppDatabases, AreToldByTheirTables) {
  const TestFolder at;
  at.write("a/notes.txt", "nothing");
  at.write("a/broken.db", "SQLite format 3");
  make(at.path("a/renamed.db"), "CREATE TABLE jid (x); CREATE TABLE message (x)");
  make(at.path("a/wa.db"), "CREATE TABLE wa_contacts (jid)");
  make(at.path("a/other.db"), "CREATE TABLE message (x)");
  make(at.path("b.sqlite"), "CREATE TABLE ZWAMESSAGE (x)");
  at.write("a/renamed.db-wal", "not a log");
  make(at.path("c.sqlite"), "CREATE TABLE ZWACDCALLEVENT (x)");
  EXPECT_EQ(told(at.path()),
            "whatsapp-database\n"
            "whatsapp:1/msgstore.db in a/renamed.db 1\n"
            "whatsapp:1/msgstore.db-wal in a/renamed.db-wal 1\n"
            "whatsapp:2/wa.db in a/wa.db 1\n"
            "whatsapp:3/ChatStorage.sqlite in b.sqlite 1\n"
            "whatsapp:4/CallHistory.sqlite in c.sqlite 1\n"
            "unread a/broken.db\n"
            "unread a/notes.txt\n"
            "unread a/other.db\n");
  EXPECT_EQ(told(at.path("b.sqlite")),
            "whatsapp-database\nwhatsapp:1/ChatStorage.sqlite in b.sqlite 1\n");
  EXPECT_EQ(told(at.path("a/other.db")), "unknown\n");
}

// A document of any form lies in the folder of media; elsewhere the first bytes decide.
TEST(WhatsAppDatabases, HaveTheirMediaBeside) {
  const TestFolder at;
  make(at.path("msgstore.db"), "CREATE TABLE jid (x); CREATE TABLE message (x)");
  at.write("Media/WhatsApp Documents/list.docx", "PK\x03\x04");
  at.write("Media/.nomedia", "");
  at.write("Backups/wallpaper", "\xff\xd8\xff\xd9");
  at.write("Backups/settings.json", "{}");
  EXPECT_EQ(told(at.path()),
            "whatsapp-database\n"
            "media:Backups/wallpaper in Backups/wallpaper 1\n"
            "media:Media/WhatsApp Documents/list.docx in Media/WhatsApp Documents/list.docx 1\n"
            "whatsapp:1/msgstore.db in msgstore.db 1\n"
            "unread Backups/settings.json\n");
}

}  // namespace
}  // namespace bridle
