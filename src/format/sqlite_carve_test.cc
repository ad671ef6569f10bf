#include "format/sqlite_carve.h"

#include <gtest/gtest.h>

#include <string>

#include "format/made_database.h"

namespace bridle {
namespace {

// A database of which rows were deleted, and what its second page still holds of them.
struct Carved {
  std::string numbers;  // "3 - 5": a dash for one that is lost
  std::string values;   // of all rows, text in quotes
};

std::string shown(Bytes record) {
  std::vector<SqliteValue> values;
  EXPECT_TRUE(read_record(record, values));
  std::string out;
  for (const SqliteValue& v : values) {
    out += out.empty() ? "" : ",";
    if (v.type == SqliteValue::Type::null) out += "-";
    if (v.type == SqliteValue::Type::integer) out += std::to_string(v.integer);
    if (v.type == SqliteValue::Type::real) out += std::to_string(v.real).substr(0, 4);
    if (v.type == SqliteValue::Type::text) out += "'" + std::string(as_text(v.bytes)) + "'";
    if (v.type == SqliteValue::Type::blob) out += "x" + std::to_string(v.bytes.size());
  }
  return out;
}

Carved carved(const std::string& table, const std::string& sql) {
  MadeDatabase made;
  made.run("PRAGMA page_size=4096; PRAGMA secure_delete=OFF; " + table + ";" + sql);
  const std::string bytes = made.bytes();
  const auto columns = columns_of(table);
  EXPECT_TRUE(columns);
  const Bytes page = as_bytes(bytes).subspan(4096, 4096);
  const auto read = read_page(page, 2);
  EXPECT_TRUE(read);
  std::vector<SqliteRemnant> found;
  const SqliteCarver carver(*columns, SqliteText::utf8);
  for (const SqliteFreePart& part : free_parts(*read)) carver.carve(page, part, found);
  Carved out;
  for (const SqliteRemnant& row : found) {
    out.numbers +=
        (out.numbers.empty() ? "" : " ") + (row.rowid ? std::to_string(*row.rowid) : "-");
    out.values += (out.values.empty() ? "" : " | ") + shown(row.record);
  }
  return out;
}

constexpr const char* kCalls =
    "CREATE TABLE calls(id INTEGER PRIMARY KEY, who TEXT, at INTEGER, answered INTEGER)";

TEST(SqliteCarve, finds_the_last_row_in_the_gap) {
  const Carved got = carved(kCalls,
                            "INSERT INTO calls VALUES(1,'+15550101',1556000000,1),"
                            "(2,'+15550102',1556000060,0); DELETE FROM calls WHERE id=2");
  EXPECT_EQ(got.numbers, "-");
  EXPECT_EQ(got.values, "-,'+15550102',1556000060,0");
}

TEST(SqliteCarve, finds_a_row_whose_number_and_first_type_are_written_over) {
  const Carved got = carved(kCalls,
                            "INSERT INTO calls VALUES(1,'+15550101',1556000000,1),"
                            "(2,'+15550102',1556000060,0),(3,'+15550103',1556000090,1);"
                            "DELETE FROM calls WHERE id=2");
  EXPECT_EQ(got.numbers, "-");
  EXPECT_EQ(got.values, "-,'+15550102',1556000060,0");
}

TEST(SqliteCarve, finds_rows_with_numbers_of_each_length) {
  for (const char* number : {"200", "20000", "3000000", "400000000", "50000000000"}) {
    const std::string n(number);
    const Carved got = carved(kCalls, "INSERT INTO calls VALUES(1,'+15550101',1,1),(" + n +
                                          ",'+15550102',1556000060,0),(" + n +
                                          "+1,'c',3,1);"
                                          "DELETE FROM calls WHERE id=" +
                                          n);
    EXPECT_EQ(got.values, "-,'+15550102',1556000060,0") << n;
  }
}

TEST(SqliteCarve, finds_long_rows_whose_size_takes_two_bytes) {
  const std::string text(150, 'a');
  const Carved got = carved(kCalls, "INSERT INTO calls VALUES(1,'+15550101',1,1),(2,'" + text +
                                        "',7,0),(3,'c',3,1); DELETE FROM calls WHERE id=2");
  EXPECT_EQ(got.values, "-,'" + text + "',7,0");
}

// Each block was joined with the one behind it.
TEST(SqliteCarve, finds_rows_that_were_deleted_one_by_one) {
  const char* insert =
      "INSERT INTO calls VALUES(1,'+15550101',1556000001,1),(2,'+15550102',1556000002,0),"
      "(3,'+15550103',1556000003,1),(4,'+15550104',1556000004,0),(5,'e',5,5);";
  const std::string want =
      "-,'+15550104',1556000004,0 | -,'+15550103',1556000003,1 | -,'+15550102',1556000002,0";
  for (const char* order : {"2,3,4", "4,3,2", "3,2,4"}) {
    std::string sql = insert;
    for (const char* id = order; *id != 0; ++id)
      if (*id != ',') sql += std::string("DELETE FROM calls WHERE id=") + *id + ";";
    EXPECT_EQ(carved(kCalls, sql).values, want) << order;
  }
}

// The size of the first value is known by where the row ends.
TEST(SqliteCarve, finds_rows_whose_first_column_is_no_row_number) {
  const char* table = "CREATE TABLE access(service TEXT, client TEXT, allowed INTEGER)";
  const char* insert =
      "INSERT INTO access VALUES('camera','org.example.a',1),('microphone','org.example.b',0),"
      "('photos','org.example.c',1),('motion','org.example.d',0);";
  const Carved one = carved(table, std::string(insert) + "DELETE FROM access WHERE rowid=2");
  EXPECT_EQ(one.values, "'microphone','org.example.b',0");
  const Carved two = carved(table, std::string(insert) +
                                       "DELETE FROM access WHERE rowid=2;"
                                       "DELETE FROM access WHERE rowid=3");
  EXPECT_EQ(two.values, "'photos','org.example.c',1 | 'microphone','org.example.b',0");
}

TEST(SqliteCarve, takes_a_first_type_of_two_bytes_for_what_it_was) {
  const std::string text(70, 's');
  const Carved got = carved("CREATE TABLE access(service TEXT, client TEXT, allowed INTEGER)",
                            "INSERT INTO access VALUES('a','b',1),('" + text +
                                "','org.example.b',0),('c','d',1);"
                                "DELETE FROM access WHERE rowid=2");
  EXPECT_EQ(got.values, "'" + text + "','org.example.b',0");
}

TEST(SqliteCarve, takes_nothing_that_the_table_could_not_store) {
  const auto columns = columns_of(kCalls);
  ASSERT_TRUE(columns);
  const SqliteCarver carver(*columns, SqliteText::utf8);
  std::string page(512, '\0');
  // A cell of four values; a row number where the record must have none; text that is none.
  const std::string good("\x09\x05\x05\x00\x11\x01\x01hi\x07\x08", 11);
  const std::string number("\x0a\x05\x05\x01\x11\x01\x01\x07hi\x07\x08", 12);
  const std::string binary("\x09\x05\x05\x00\x11\x01\x01\x01\x02\x07\x08", 11);
  page.replace(100, good.size(), good);
  page.replace(200, number.size(), number);
  page.replace(300, binary.size(), binary);
  std::vector<SqliteRemnant> found;
  carver.carve(as_bytes(page), {.begin = 8, .end = 512}, found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].at, 100U);
  EXPECT_EQ(found[0].rowid, 5);
}

TEST(SqliteCarve, leaves_a_chain_of_free_blocks_that_goes_back) {
  std::string page(512, '\0');
  page[0] = 13;
  page[1] = 1, page[2] = 44;      // the first free block at 300
  page[5] = 1, page[6] = 0;       // cells begin at 256
  page[300] = 1, page[301] = 44;  // the next at 300 again
  page[303] = 8;
  const auto read = read_page(as_bytes(page), 2);
  ASSERT_TRUE(read);
  EXPECT_EQ(free_parts(*read).size(), 2U);
}

}  // namespace
}  // namespace bridle
