#include "format/sqlite_recover.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "format/made_database.h"
#include "format/shared_corpora.h"

namespace bridle {
namespace {

using Text = std::vector<std::string>;

struct Got {
  Text rows, gaps;
};

// "number|first column|second column @ place", in the order given.
Got recovered(const std::string& db, const SqliteSelect& query, const std::string& log = "",
              const std::string& journal = "") {
  Got out;
  const TextContent file(db), wal(log), rollback(journal);
  auto database = SqliteDatabase::open(file, log.empty() ? nullptr : &wal,
                                       journal.empty() ? nullptr : &rollback);
  EXPECT_TRUE(database);
  const auto done = recover(
      *database, query,
      [&](const SqliteStatement& row, const SqliteRecovered& from) {
        std::string line = from.rowid ? std::to_string(*from.rowid) : "-";
        for (int i = 1; i < row.columns(); ++i) line.append("|").append(row.text(i));
        out.rows.push_back(line + " @ " + std::string(from.place));
        return true;
      },
      [&](std::uint64_t, std::string_view why) { out.gaps.emplace_back(why); });
  EXPECT_TRUE(done);
  return out;
}

constexpr const char* kMake =
    "PRAGMA page_size=1024; PRAGMA secure_delete=OFF;"
    "CREATE TABLE handle(id INTEGER PRIMARY KEY, name TEXT, service TEXT);"
    "CREATE TABLE message(id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT, handle_id INTEGER, read "
    "INTEGER);"
    "INSERT INTO handle VALUES(1,'+15550101','SMS'),(2,'+15550102','SMS'),(3,'+15550103','SMS');"
    "INSERT INTO message VALUES(1,'one',1,0),(2,'two https://bad.example/',2,0),(3,'three',3,0);";
const SqliteSelect kQuery = {.columns = "m.text, h.name",
                             .from = "message m LEFT JOIN handle h ON h.id = m.handle_id",
                             .row = "m.id"};

// What stands before " @ ".
Text rows(const Got& got) {
  Text out;
  for (const std::string& row : got.rows) out.push_back(row.substr(0, row.find(" @ ")));
  return out;
}

TEST(SqliteRecover, gives_nothing_of_a_database_of_which_nothing_was_deleted) {
  MadeDatabase made;
  made.run(kMake);
  const Got got = recovered(made.bytes(), kQuery);
  EXPECT_EQ(got.rows, Text{});
  EXPECT_EQ(got.gaps, Text{});
}

TEST(SqliteRecover, joins_a_deleted_row_with_rows_that_are_there) {
  MadeDatabase made;
  made.run(kMake);
  made.run("DELETE FROM message WHERE id = 2");
  const Got got = recovered(made.bytes(), kQuery);
  ASSERT_EQ(rows(got), (Text{"-|two https://bad.example/|+15550102"}));
  EXPECT_TRUE(got.rows[0].contains("@ free block of page 3, byte ")) << got.rows[0];
}

TEST(SqliteRecover, joins_a_deleted_row_with_deleted_rows) {
  MadeDatabase made;
  made.run(kMake);
  made.run(
      "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;"
      "DELETE FROM message WHERE id = 3; DELETE FROM handle WHERE id = 3");
  const Got got = recovered(made.bytes(), kQuery, made.bytes("-wal"));
  EXPECT_EQ(rows(got), (Text{"3|three|+15550103"}));
}

TEST(SqliteRecover, reads_free_pages) {
  MadeDatabase made;
  made.run(kMake);
  made.run(
      "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
      "INSERT INTO message SELECT 100 + i, printf('text %d %.80c', i, 'x'), 1, 0 FROM n;");
  made.run("DELETE FROM message WHERE id > 100");
  const Got got = recovered(
      made.bytes(), {.columns = "substr(m.text, 1, 7)", .from = "message m", .row = "m.id"});
  std::size_t found = 0;
  for (int i = 1; i <= 60; ++i) {
    const std::string text = ("text " + std::to_string(i) + " ").substr(0, 7);
    for (const std::string& row : got.rows) found += row.contains("|" + text) ? 1 : 0;
  }
  // Pages of the list of free pages are written over where they list others.
  EXPECT_GE(found, 50U);
}

TEST(SqliteRecover, reads_what_a_log_replaced_and_what_it_holds_of_old) {
  MadeDatabase made;
  made.run(kMake);
  made.run(
      "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;"
      "INSERT INTO message VALUES(4,'only in the log',1,0);"
      "DELETE FROM message WHERE id IN (1, 4)");
  const Got got = recovered(made.bytes(), kQuery, made.bytes("-wal"));
  EXPECT_EQ(rows(got), (Text{"1|one|+15550101", "4|only in the log|+15550101"}));
}

TEST(SqliteRecover, reads_the_journal_of_a_transaction_that_ended) {
  MadeDatabase made;
  made.run(kMake);
  made.run(
      "PRAGMA journal_mode=PERSIST; PRAGMA secure_delete=ON; DELETE FROM message WHERE id = 2");
  const std::string journal = made.bytes("-journal");
  ASSERT_GT(journal.size(), 1024U);
  const Got got = recovered(made.bytes(), kQuery, "", journal);
  ASSERT_EQ(rows(got), (Text{"2|two https://bad.example/|+15550102"}));
  EXPECT_TRUE(got.rows[0].contains("old page in the journal 3, byte ")) << got.rows[0];
}

TEST(SqliteRecover, gives_old_forms_of_a_row_only_where_words_were_others) {
  MadeDatabase made;
  made.run(kMake);
  made.run(
      "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;"
      "UPDATE message SET read = 1; UPDATE message SET text = 'edited' WHERE id = 2");
  const Got got = recovered(made.bytes(), kQuery, made.bytes("-wal"));
  EXPECT_EQ(rows(got), (Text{"2|two https://bad.example/|+15550102"}));
}

TEST(SqliteRecover, takes_no_rows_of_another_table) {
  MadeDatabase made;
  made.run(kMake);
  made.run("DELETE FROM handle WHERE id = 2");
  EXPECT_EQ(recovered(made.bytes(), kQuery).rows, Text{});
}

TEST(SqliteRecover, tells_of_rows_that_may_be_of_two_tables) {
  MadeDatabase made;
  made.run(kMake);
  made.run(
      "CREATE TABLE twin(id INTEGER PRIMARY KEY, text TEXT, handle_id INTEGER, read INTEGER);"
      "INSERT INTO twin VALUES(1,'whose',1,0); DROP TABLE twin;"
      "CREATE TABLE twin2(id INTEGER PRIMARY KEY, text TEXT, handle_id INTEGER, read INTEGER)");
  const Got got = recovered(made.bytes(), kQuery);
  EXPECT_EQ(got.rows, Text{});
}

TEST(SqliteRecover, joins_a_table_with_itself) {
  MadeDatabase made;
  made.run(
      "PRAGMA secure_delete=OFF;"
      "CREATE TABLE visit(id INTEGER PRIMARY KEY, url TEXT, source INTEGER, at INTEGER);"
      "INSERT INTO visit VALUES(1,'https://a.example/',NULL,5),(2,'https://b.example/',1,6);"
      "DELETE FROM visit WHERE id = 2");
  const Got got = recovered(made.bytes(), {.columns = "v.url, s.url",
                                           .from = "visit v LEFT JOIN visit s ON s.id = v.source",
                                           .row = "v.id"});
  EXPECT_EQ(rows(got), (Text{"-|https://b.example/|https://a.example/"}));
}

// The first of its further pages became the list of free pages, which wrote over its start.
TEST(SqliteRecover, gives_the_start_of_a_long_row) {
  MadeDatabase made;
  made.run(kMake);
  made.run(
      "INSERT INTO message VALUES(4, 'start' || printf('%.5000c', 'x'), 1, 0);"
      "DELETE FROM message WHERE id = 4");
  const Got got =
      recovered(made.bytes(),
                {.columns = "length(m.text) BETWEEN 40 AND 1000, substr(m.text, 1, 6), m.handle_id",
                 .from = "message m",
                 .row = "m.id"});
  ASSERT_EQ(rows(got), (Text{"-|1|startx|1"}));
  EXPECT_TRUE(got.rows[0].ends_with("; its end is lost")) << got.rows[0];
}

TEST(SqliteRecover, follows_long_rows_into_free_pages) {
  MadeDatabase made;
  made.run(kMake);
  made.run(
      "INSERT INTO message VALUES(4, printf('%.900c', 'x'), 1, 0);"
      "INSERT INTO message VALUES(5, printf('%.5000c', 'x') || 'end', 1, 0);"
      "DELETE FROM message WHERE id = 4; CREATE TABLE t(a); DROP TABLE t;"
      "DELETE FROM message WHERE id = 5");
  const Got got = recovered(made.bytes(), {.columns = "length(m.text), substr(m.text, -3)",
                                           .from = "message m WHERE length(m.text) > 4000",
                                           .row = "m.id"});
  EXPECT_EQ(rows(got), (Text{"-|5003|end"}));
}

TEST(SqliteRecover, finds_nothing_that_was_overwritten_on_purpose) {
  MadeDatabase made;
  made.run(kMake);
  made.run("PRAGMA secure_delete=ON; DELETE FROM message WHERE id = 2");
  EXPECT_EQ(recovered(made.bytes(), kQuery).rows, Text{});
}

// A public corpus for tools of this sort. sqlite_dissect finds 37 of these rows, 21 copies of rows
// that the table still holds, and 14 that are no rows.
TEST(SqliteRecover, finds_what_the_forensic_corpus_holds) {
  const auto root = shared_corpus("ios/sqlite-deleted");
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  const SqliteSelect users = {.columns = "id, name, surname, zip", .from = "users", .row = "rowid"};
  const Text found = rows(recovered(file_bytes(root / "corpus/09-01.db"), users));
  EXPECT_EQ(found.size(), 38U);
  for (const char* row :
       {"|21540|Felix|Roth|71565", "|22545|Noah|Mayer|26386", "|22535|Maximilian|Schwarz|52382",
        "|22544|Torsten|Simon|47574", "|22543|Mathilda|Groß|97783", "|21551|Lukas|Seidel|79279",
        "|21707|Andreas|Krause|92269", "|22535|Maximilian|Schwarz|52382", "|22546|Ella|Pohl|25782",
        "|22553|Katrin|Braun|1683"})
    EXPECT_EQ(std::ranges::count_if(found, [&](const auto& f) { return f.ends_with(row); }), 1)
        << row;
  const SqliteSelect names = {.columns = "name", .from = "users", .row = "rowid"};
  for (const char* sound : {"03-02", "07-01", "08-01"})
    EXPECT_EQ(recovered(file_bytes(root / "corpus" / (std::string(sound) + ".db")), names).rows,
              Text{})
        << sound;
}

// The log holds three generations of six rows; the last row was written over a deleted one.
TEST(SqliteRecover, finds_old_forms_in_the_log_of_the_forensic_corpus) {
  const auto root = shared_corpus("ios/sqlite-deleted");
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  const Got got = recovered(file_bytes(root / "version_history_test.sqlite"),
                            {.columns = "name", .from = "testing", .row = "id"},
                            file_bytes(root / "version_history_test.sqlite-wal"));
  const Text found = rows(got);
  EXPECT_EQ(found, (Text{"-|testing1", "-|qewprioufdashj", "3|fdaxn.,mnxcvbplfdsa"}));
}

}  // namespace
}  // namespace bridle
