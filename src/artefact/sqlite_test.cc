#include "artefact/sqlite.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "format/made_database.h"

namespace bridle {
namespace {

std::string written(const Value& v) {
  struct {
    std::string operator()(std::monostate) const { return "-"; }
    std::string operator()(std::int64_t n) const { return std::to_string(n); }
    std::string operator()(double n) const { return std::to_string(n); }
    std::string operator()(Time t) const { return iso8601(t); }
    std::string operator()(std::string_view s) const { return std::string(s); }
  } write;
  return std::visit(write, v);
}

struct Lines : Rows {
  void push(RowOrigin origin, std::span<const Value> values) override {
    std::string line = std::to_string(origin.row);
    for (const Value& v : values) line += "|" + written(v);
    (origin.recovered.empty() ? lines : recovered).push_back(line);
  }
  void gap(std::uint64_t at, std::string_view why) override {
    gaps.push_back(std::to_string(at) + " " + std::string(why));
  }
  std::vector<std::string> lines, recovered, gaps;
};

using Text = std::vector<std::string>;

constexpr Query kQueries[] = {
    {"message LEFT JOIN handle ON handle.rowid = message.handle_id", "message.rowid"},
    {"note", "note.rowid"},
};
constexpr Field kFields[] = {
    {"time", Kind::time, "when", "apple_any(date)"},
    {"text", Kind::content, "what", "text"},
    {"who", Kind::account, "from whom", "handle.id", Need::sometimes},
    {"read", Kind::number, "whether it was read", "is_read"},
};

Result<void> read(const std::string& db, const std::string& wal, const std::string& journal,
                  Lines& out) {
  const TextContent content(db), log(wal), rollback(journal);
  Arena arena;
  const File file{.domain = "",
                  .path = "sms.db",
                  .content = &content,
                  .wal = wal.empty() ? nullptr : &log,
                  .journal = journal.empty() ? nullptr : &rollback,
                  .arena = &arena};
  return sqlite<kQueries, kFields>(file, out);
}

constexpr const char* kSchema =
    "CREATE TABLE handle(id TEXT);"
    "CREATE TABLE message(text TEXT, date INTEGER, handle_id INTEGER, is_read);"
    "INSERT INTO handle VALUES('+15550100'),('someone@mail.example');";

TEST(Sqlite, reads_fields_by_kind_in_the_order_of_rows) {
  MadeDatabase made;
  made.run(kSchema);
  made.run(
      "INSERT INTO message(rowid, text, date, handle_id, is_read) VALUES"
      "(9, 'seconds', 578571072, 2, 1),"
      "(2, 'nanoseconds', 578571072500000000, 1, '0'),"
      "(3, x'c3a9', 0, 7, 2.0),"
      "(4, x'ff00', NULL, NULL, 'many'),"
      "(5, CAST(x'61ff' AS TEXT), 9e99, 1, NULL)");
  Lines out;
  ASSERT_TRUE(read(made.bytes(), "", "", out));
  EXPECT_EQ(out.lines, (Text{"2|2019-05-03T10:11:12.500000Z|nanoseconds|+15550100|0",
                             "3|-|\xc3\xa9|-|2", "4|-|-|-|-", "5|-|a\xef\xbf\xbd|+15550100|-",
                             "9|2019-05-03T10:11:12.000000Z|seconds|someone@mail.example|1"}));
  EXPECT_EQ(out.gaps, (Text{"0 values of text that are no content: 1",
                            "0 values of read that are no number: 1"}));
}

#define BRIDLE_TWICE(kind, function)                   \
  {function, kind, "called by C++", function "(t.v)"}, \
      {function, kind, "called by SQL", "coalesce(" function "(t.v), NULL)"}
constexpr Query kValues[] = {{"t", "t.rowid"}};
constexpr Field kCalls[] = {
    BRIDLE_TWICE(Kind::time, "apple_time"),    BRIDLE_TWICE(Kind::time, "apple_time0"),
    BRIDLE_TWICE(Kind::time, "apple_any"),     BRIDLE_TWICE(Kind::time, "unix_time"),
    BRIDLE_TWICE(Kind::time, "unix_time0"),    BRIDLE_TWICE(Kind::time, "unix_ms"),
    BRIDLE_TWICE(Kind::time, "unix_us"),       BRIDLE_TWICE(Kind::time, "chrome_time"),
    BRIDLE_TWICE(Kind::content, "bytes_text"), BRIDLE_TWICE(Kind::number, "bytes_text"),
};
#undef BRIDLE_TWICE

// What the outermost function of a field gives is the same, whoever calls it.
TEST(Sqlite, gives_the_same_for_a_function_that_sql_does_not_call) {
  struct Pairs : Lines {
    void push(RowOrigin /*origin*/, std::span<const Value> values) override {
      ++rows;
      for (std::size_t i = 0; i < values.size(); i += 2)
        EXPECT_EQ(written(values[i]), written(values[i + 1])) << rows << " " << kCalls[i].name;
    }
    int rows = 0;
  };
  MadeDatabase made;
  made.run(
      "CREATE TABLE t(v); INSERT INTO t VALUES(0),(1),(-1),(578571072),(578571072500000000),"
      "(1683000000000),('1683000000000'),(' 12 '),('x'),(''),(x'3132'),(x'c3a9'),(x'ff00'),(NULL),"
      "(1.5e9),(9e99),('0'),(9223372036854775807),(-9223372036854775807)");
  const std::string bytes = made.bytes();
  const TextContent content(bytes);
  Arena arena;
  const File file{.domain = "", .path = "t.db", .content = &content, .arena = &arena};
  Pairs out;
  ASSERT_TRUE((sqlite<kValues, kCalls>(file, out)));
  EXPECT_EQ(out.rows, 19);
}

TEST(Sqlite, takes_the_generation_that_fits_and_says_what_it_lacks) {
  MadeDatabase made;
  made.run("CREATE TABLE note(text, date); INSERT INTO note VALUES('a', 1)");
  Lines out;
  ASSERT_TRUE(read(made.bytes(), "", "", out));
  EXPECT_EQ(out.lines, (Text{"1|2001-01-01T00:00:01.000000Z|a|-|-"}));
  EXPECT_EQ(out.gaps, (Text{"0 read is not in this database: no such column: is_read"}));
}

TEST(Sqlite, names_the_tables_that_are_missing) {
  MadeDatabase made;
  made.run("CREATE TABLE other(x)");
  Lines out;
  EXPECT_EQ(read(made.bytes(), "", "", out).error().code, Errc::unsupported);
  EXPECT_EQ(out.gaps, (Text{"0 no such table: message; no such table: note"}));
}

TEST(Sqlite, joins_the_log_as_far_as_it_was_committed) {
  MadeDatabase made;
  made.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;");
  made.run(kSchema);
  made.run("PRAGMA wal_checkpoint(TRUNCATE)");
  made.run("INSERT INTO message VALUES('in the log', 1, 1, 1)");
  made.run("INSERT INTO message VALUES('also', 1, 1, 1)");
  Lines whole;
  ASSERT_TRUE(read(made.bytes(), made.bytes("-wal"), "", whole));
  EXPECT_EQ(whole.lines, (Text{"1|2001-01-01T00:00:01.000000Z|in the log|+15550100|1",
                               "2|2001-01-01T00:00:01.000000Z|also|+15550100|1"}));
  EXPECT_EQ(whole.gaps, Text{});
  Lines without;
  ASSERT_TRUE(read(made.bytes(), "", "", without));
  EXPECT_EQ(without.lines, Text{});
  std::string torn = made.bytes("-wal");
  torn[torn.size() - 10] ^= 1;
  Lines half;
  ASSERT_TRUE(read(made.bytes(), torn, "", half));
  EXPECT_EQ(half.lines, (Text{whole.lines[0]}));
  EXPECT_EQ(half.gaps, (Text{"4152 a frame of the write-ahead log is damaged"}));
}

TEST(Sqlite, rolls_back_what_was_not_committed) {
  MadeDatabase made;
  made.run("PRAGMA cache_size=1; PRAGMA journal_mode=PERSIST");
  made.run(kSchema);
  made.run("INSERT INTO message VALUES('kept', 1, 1, 1)");
  made.run(
      "BEGIN; UPDATE message SET text='undone'; INSERT INTO message SELECT hex(zeroblob(900)), 2, "
      "1,"
      "1 FROM json_each('[' || substr(replace(hex(zeroblob(100)),'00',',0'),2) || ']')");
  const std::string half_written = made.bytes();
  const std::string journal = made.bytes("-journal");
  made.run("COMMIT");
  Lines out;
  ASSERT_TRUE(read(half_written, "", journal, out));
  EXPECT_EQ(out.lines, (Text{"1|2001-01-01T00:00:01.000000Z|kept|+15550100|1"}));
  EXPECT_EQ(out.gaps, Text{});
  Lines ended;
  ASSERT_TRUE(read(made.bytes(), "", made.bytes("-journal"), ended));
  EXPECT_EQ(ended.lines.size(), 101U);
  EXPECT_EQ(ended.gaps, Text{});
}

TEST(Sqlite, tells_noise_from_text) {
  Lines out;
  EXPECT_EQ(read("no database at all", "", "", out).error().code, Errc::malformed);
  EXPECT_EQ(read("", "", "", out).error().code, Errc::malformed);
  std::string noise;
  for (std::uint64_t x = 1; noise.size() < 8192;
       x = x * 6364136223846793005U + 1442695040888963407U)
    noise += static_cast<char>(x >> 56);
  EXPECT_EQ(read(noise, "", "", out).error().code, Errc::encrypted);
}

TEST(Sqlite, is_not_held_up_by_views) {
  MadeDatabase made;
  made.run(
      "CREATE VIEW message AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
      "SELECT x AS rowid, 'a' AS text, x AS date, 0 AS handle_id, 0 AS is_read FROM n;"
      "CREATE TABLE handle(id)");
  Lines out;
  EXPECT_EQ(read(made.bytes(), "", "", out).error().code, Errc::unsupported);
  EXPECT_EQ(out.gaps, (Text{"0 not authorized; no such table: note"}));
}

TEST(Sqlite, goes_on_behind_damage_without_repeating_rows) {
  MadeDatabase made;
  made.run("PRAGMA page_size=512");
  made.run(kSchema);
  made.run(
      "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6)"
      "INSERT INTO message(rowid, text, date, handle_id, is_read)"
      "SELECT i, printf('%d %.400c', i, 'x'), i, 1, 0 FROM n");
  std::string bytes = made.bytes();
  const auto third = bytes.find("3 xxx") / 512;
  bytes.replace(third * 512, 512, 512, '\0');
  Lines out;
  ASSERT_TRUE(read(bytes, "", "", out));
  Text seen;
  for (const std::string& line : out.lines) seen.push_back(line.substr(0, line.find(" x")));
  EXPECT_EQ(seen, (Text{"1|2001-01-01T00:00:01.000000Z|1", "2|2001-01-01T00:00:02.000000Z|2",
                        "4|2001-01-01T00:00:04.000000Z|4", "5|2001-01-01T00:00:05.000000Z|5",
                        "6|2001-01-01T00:00:06.000000Z|6"}));
  EXPECT_EQ(out.gaps, (Text{"0 the database is damaged",
                            "0 what was deleted is not looked for in a damaged database",
                            std::to_string(third * 512) + " page " + std::to_string(third + 1) +
                                " of message is no page of a table or index"}));
}

}  // namespace
}  // namespace bridle
