#include "format/sqlite_remains.h"

#include <gtest/gtest.h>

#include <string>

#include "format/made_database.h"

namespace bridle {
namespace {

std::vector<std::byte> bytes(const std::string& s) {
  const Bytes b = as_bytes(s);
  return {b.begin(), b.end()};
}

// (NULL, text, 5)
SqliteRemains row(const std::string& text, std::optional<std::int64_t> rowid = {}) {
  const auto type = static_cast<char>(13 + 2 * text.size());
  const auto record = bytes(std::string("\x04\x00", 2) + type + '\x01' + text + '\x05');
  return remains({.rowid = rowid, .record = record, .size = record.size()}, "somewhere");
}

// (text, number) of an index on the second column.
SqliteKeyRemains key(const std::string& text, char number) {
  const auto type = static_cast<char>(13 + 2 * text.size());
  return {.rowid = number,
          .columns = {1},
          .record = bytes(std::string("\x03") + type + '\x01' + text + number),
          .place = "an index"};
}

std::string text_of(const SqliteRemains& r) {
  std::vector<SqliteValue> values;
  EXPECT_TRUE(read_record(r.row.record, values));
  return values.size() > 1 ? std::string(as_text(values[1].bytes)) : "";
}

TEST(SqliteRemains, gives_a_row_the_number_that_its_index_entry_has) {
  std::vector<SqliteRemains> rows = {row("one"), row("two")};
  add_keys({key("two", 9)}, rows);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_FALSE(rows[0].row.rowid);
  EXPECT_EQ(rows[1].row.rowid, 9);
}

TEST(SqliteRemains, gives_no_number_to_one_of_two_rows_alike) {
  std::vector<SqliteRemains> rows = {row("one"), row("one")};
  add_keys({key("one", 9)}, rows);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_FALSE(rows[0].row.rowid || rows[1].row.rowid);
}

TEST(SqliteRemains, makes_a_row_of_an_entry_that_alone_is_left) {
  std::vector<SqliteRemains> rows = {row("one", 3)};
  add_keys({key("two", 9), key("one", 3)}, rows);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_TRUE(rows[1].only_key);
  EXPECT_EQ(rows[1].row.rowid, 9);
  EXPECT_EQ(text_of(rows[1]), "two");
}

TEST(SqliteRemains, keeps_one_of_several_copies_the_one_with_a_number) {
  std::vector<SqliteRemains> rows = {row("one"), row("one", 3), row("one", 3), row("two"),
                                     row("two")};
  forget_repeated(rows);
  std::string kept;
  for (const SqliteRemains& r : rows) kept += r.gone ? '-' : '+';
  EXPECT_EQ(kept, "-+-+-");
}

TEST(SqliteRemains, cuts_a_text_and_empties_what_comes_behind_it) {
  const std::string cut(
      "\x04\x01\x1b\x11"
      "\x07"
      "abc",
      8);  // a number, seven letters, two letters
  const std::vector<std::byte> whole = cut_to_fit(as_bytes(cut));
  std::vector<SqliteValue> values;
  EXPECT_TRUE(read_record(whole, values));
  ASSERT_EQ(values.size(), 3U);
  EXPECT_EQ(values[0].integer, 7);
  EXPECT_EQ(as_text(values[1].bytes), "abc");
  EXPECT_EQ(values[2].type, SqliteValue::Type::null);
}

TEST(SqliteRemains, leaves_out_what_the_table_still_holds) {
  MadeDatabase made;
  made.run(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT, n INTEGER);"
      "INSERT INTO t VALUES(3, 'one', 5), (4, 'two', 5)");
  const std::string file = made.bytes();
  const TextContent content(file);
  auto pages = SqlitePages::open(content);
  ASSERT_TRUE(pages);
  std::vector<SqliteRemains> rows = {row("one"), row("one", 3), row("before", 4), row("six", 6)};
  forget_present(*pages, 2, rows);
  std::string kept;
  for (const SqliteRemains& r : rows) kept += r.gone ? '-' : '+';
  EXPECT_EQ(kept, "--++");
  std::vector<SqliteKeyRemains> keys = {key("two", 4), key("nine", 9)};
  forget_present(*pages, 2, keys);
  ASSERT_EQ(keys.size(), 1U);
  EXPECT_EQ(keys[0].rowid, 9);
}

}  // namespace
}  // namespace bridle
