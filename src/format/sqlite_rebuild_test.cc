#include "format/sqlite_rebuild.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "format/made_database.h"
#include "format/sqlite_select.h"

namespace bridle {
namespace {

using Text = std::vector<std::string>;

struct Rest {
  Text rows, gaps;
};

// The rows of `note` in what can be built again, sound or not.
Rest rest_of(const std::string& bytes, const char* sql) {
  Rest out;
  const TextContent content(bytes);
  auto db = SqliteDatabase::open(content);
  EXPECT_TRUE(db);
  auto built = rebuild(db->pages(), sql, [&](std::uint64_t at, std::string_view why) {
    out.gaps.push_back(std::to_string(at) + " " + std::string(why));
  });
  EXPECT_TRUE(built);
  auto rows = built->prepare(sql);
  if (!rows) return out;
  for (auto more = rows->step(); more && *more; more = rows->step()) {
    std::string line;
    for (int i = 0; i < rows->columns(); ++i)
      line.append(i > 0 ? "|" : "").append(rows->text(i).substr(0, 20));
    out.rows.push_back(line);
  }
  return out;
}

void blot(std::string& bytes, std::size_t number, std::size_t size = 512) {
  bytes.replace((number - 1) * size, size, size, '\x5a');
}

// One long text, values of all types, a column that is younger than the first rows, in a table
// whose rows fill several leaves.
constexpr const char* kMake =
    "CREATE TABLE note(id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT, n REAL, data BLOB);"
    "CREATE TABLE other(a INTEGER, b INTEGER, c INTEGER, d INTEGER);"
    "INSERT INTO note VALUES(1, printf('%.1500c', 'x'), 2, x'00ff'), (2, 'b', 0.5, NULL),"
    "(3, 'c', -70000, 'text'), (4, NULL, 1e300, x'');"
    "ALTER TABLE note ADD COLUMN late INTEGER DEFAULT 7;"
    "INSERT INTO note VALUES(5, 'e', 1, x'01', 8);";
constexpr const char* kAsk = "SELECT id, text, n, hex(data), late FROM note ORDER BY id";
const Text kAll = {"1|xxxxxxxxxxxxxxxxxxxx|2.0|00FF|7", "2|b|0.5||7", "3|c|-70000.0|74657874|7",
                   "4||1.0e+300||7", "5|e|1.0|01|8"};

TEST(SqliteRebuild, gives_what_a_sound_database_holds) {
  for (const char* encoding : {"UTF-8", "UTF-16le", "UTF-16be"}) {
    MadeDatabase made;
    made.run(std::string("PRAGMA page_size=512; PRAGMA encoding='") + encoding + "'");
    made.run(kMake);
    const Rest rest = rest_of(made.bytes(), kAsk);
    EXPECT_EQ(rest.rows, kAll) << encoding;
    EXPECT_EQ(rest.gaps, Text{});
  }
}

std::string many() {
  MadeDatabase made;
  made.run("PRAGMA page_size=512");
  made.run(
      "CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT);"
      "CREATE TABLE other(a TEXT, b INTEGER);"
      "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)"
      "INSERT INTO note SELECT i, printf('%d %.190c', i, 'x') FROM n;"
      "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)"
      "INSERT INTO other SELECT printf('%d %.190c', i, 'x'), i FROM n");
  return made.bytes();
}

Text numbers(std::initializer_list<int> of) {
  Text out;
  for (const int i : of) out.push_back(std::to_string(i));
  return out;
}

constexpr const char* kCount = "SELECT id FROM note WHERE text IS NOT NULL ORDER BY id";
// Two rows a leaf: note's root is page 2, other's 3, then the leaves follow.

TEST(SqliteRebuild, tells_a_leaf_that_is_lost) {
  std::string bytes = many();
  blot(bytes, 5);
  const Rest rest = rest_of(bytes, kCount);
  EXPECT_EQ(rest.rows, numbers({1, 2, 5, 6, 7, 8, 9, 10, 11, 12}));
  EXPECT_EQ(rest.gaps, (Text{"2048 page 5 of note is no page of a table or index"}));
}

TEST(SqliteRebuild, finds_leaves_whose_root_is_lost) {
  std::string bytes = many();
  blot(bytes, 2);
  blot(bytes, 3);
  const Rest rest = rest_of(bytes, kCount);
  EXPECT_EQ(rest.rows, numbers({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
  EXPECT_EQ(rest.gaps, (Text{"512 page 2 of note is no page of a table or index"}));
}

TEST(SqliteRebuild, mends_a_wrong_link) {
  std::string bytes = many();
  // Cells stand at the end of the root, the first last: 4 bytes page, 1 byte key.
  bytes[512 + 510] = bytes[512 + 505];
  const Rest rest = rest_of(bytes, kCount);
  EXPECT_EQ(rest.rows, numbers({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
  EXPECT_EQ(rest.gaps, (Text{"2048 page 5 of note has the rows of another place"}));
}

TEST(SqliteRebuild, reads_a_cut_file_to_its_end) {
  const std::string bytes = many();
  const Rest rest = rest_of(bytes.substr(0, 6 * 512 + 100), kCount);
  EXPECT_EQ(rest.rows, numbers({1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(rest.gaps, (Text{"3072 note: pages behind the end of the file: 3"}));
}

TEST(SqliteRebuild, says_that_the_list_of_tables_is_lost) {
  std::string bytes = many();
  bytes[100] = 0;
  const Rest rest = rest_of(bytes, kCount);
  EXPECT_EQ(rest.rows, Text{});
  EXPECT_EQ(rest.gaps, (Text{"0 page 1 of the list of tables is no page of a table or index"}));
}

TEST(SqliteSelect, goes_on_behind_a_lost_page_and_gives_no_row_twice) {
  std::string bytes = many();
  blot(bytes, 7);
  const TextContent content(bytes);
  auto db = SqliteDatabase::open(content);
  ASSERT_TRUE(db);
  Text rows, gaps;
  const auto read = select(
      *db, {.columns = "text", .from = "note WHERE id <> 1", .row = "id"},
      [&](const SqliteStatement& row) {
        rows.push_back(std::string(row.text(0)) + "|" + std::string(row.text(1).substr(0, 4)));
        return true;
      },
      [&](std::uint64_t at, std::string_view why) {
        gaps.push_back(std::to_string(at) + " " + std::string(why));
      });
  EXPECT_TRUE(read);
  EXPECT_EQ(rows, (Text{"2|2 xx", "3|3 xx", "4|4 xx", "5|5 xx", "6|6 xx", "9|9 xx", "10|10 x",
                        "11|11 x", "12|12 x"}));
  EXPECT_EQ(gaps, (Text{"0 the database is damaged",
                        "3072 page 7 of note is no page of a table or index"}));
}

}  // namespace
}  // namespace bridle
