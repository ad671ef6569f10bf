#include "view/sql.h"

#include <gtest/gtest.h>

#include "view/test_table.h"

namespace bridle {
namespace {

class Sql : public testing::Test {
 protected:
  Sql() { tables_.push_back(test_table(folder_, 70'000)); }
  // "a|b;c|d", or what SQLite says against it.
  std::string asked(std::string_view statement, const SqlLimits& limits = {}) const {
    const SqlResult result = ask_sql(tables_, statement, limits);
    std::string out = result.problem;
    for (const auto& row : result.rows) {
      if (!out.empty()) out += ';';
      for (std::size_t i = 0; i < row.size(); ++i) out += (i ? "|" : "") + row[i].value_or("null");
    }
    return out + (result.cut ? " …" : "");
  }

  const TestFolder folder_;
  std::vector<RecordTable> tables_;
};

TEST_F(Sql, Answers) {
  EXPECT_EQ(asked("SELECT count(*), sum(size), max(score) FROM ios_sms"), "70000|210000|34999.5");
  EXPECT_EQ(asked("SELECT who, count(*) FROM ios_sms GROUP BY who"),
            "+15550100|23334;+15550101|23333;+15550102|23333");
  EXPECT_EQ(
      asked("SELECT time, text, recovered FROM ios_sms WHERE \"row\" IN (9, 10)"),
      "2020-01-01T00:08:00.000000Z|Message 8 to a.example|null;null|Message 9 to a.example|null");
  EXPECT_EQ(asked("SELECT exhibit, file_path FROM ios_sms LIMIT 1"), "E-001|Library/SMS/sms.db");
  // Joins need what SQLite can index: a virtual table is read from its start each time.
  EXPECT_EQ(asked("WITH b AS MATERIALIZED (SELECT \"row\" AS n FROM ios_sms) "
                  "SELECT count(*) FROM ios_sms a JOIN b ON b.n = a.\"row\" + 69990"),
            "10");
}

// What is looked up ahead of SQLite gives what SQLite gives without: "+x" hides a condition.
TEST_F(Sql, ConditionsThatAreLookedUpAhead) {
  for (const char* condition : {"~who = '+15550101'",
                                "~text = 'Message 7 to a.example'",
                                "~who = 15550101",
                                "~who = ''",
                                "~text LIKE '%MESSAGE 6999%'",
                                "~text LIKE 'message _ to%'",
                                "~text LIKE '%'",
                                "~text NOT LIKE '%1%'",
                                "~who IN ('+15550100', '+15550102')",
                                "~who = who",
                                "~who COLLATE NOCASE = '+15550101'",
                                "~exhibit = 'E-002' AND ~text LIKE '%42 to%'",
                                "~time >= '2020-01-02' AND ~time < '2020-01-03'",
                                "~time > '2020-01-02T00:01:00.000000Z'",
                                "~time <= '2020-01-02T00:01:00.000000Z'",
                                "~time < '2020'",
                                "~time > 'x'",
                                "~time IS NULL",
                                "~time = '2020-01-02T00:01:00.000000Z'",
                                "~time BETWEEN '2020-01-02' AND '2020-01-05'",
                                "~text = 'a' OR ~who = '+15550100'",
                                "~size = 3 AND ~who = '+15550100'"}) {
    const auto with = [&](const char* before) {
      std::string out =
          "SELECT count(*), min(\"row\"), max(\"row\"), max(text) FROM ios_sms WHERE ";
      for (const char c : std::string_view(condition))
        out += c == '~' ? std::string(before) : std::string(1, c);
      return asked(out);
    };
    EXPECT_EQ(with(""), with("+")) << condition;
  }
  EXPECT_EQ(asked("SELECT text FROM ios_sms WHERE text LIKE '%e 69998 %'"),
            "Message 69998 to a.example");
}

TEST_F(Sql, NothingButReading) {
  for (const char* statement :
       {"CREATE TABLE t(a)", "ATTACH 'x.db' AS x", "DELETE FROM ios_sms", "PRAGMA journal_mode",
        "INSERT INTO ios_sms(text) VALUES (1)", "VACUUM INTO 'x.db'", "SELECT load_extension('x')",
        "CREATE TEMP VIEW v AS SELECT 1", "SELECT * FROM pragma_database_list", "BEGIN"}) {
    const std::string said = asked(statement);
    EXPECT_TRUE(said.find("not authorized") != std::string::npos || said == "no question" ||
                said.find("prohibited") != std::string::npos ||
                said.find("may not be modified") != std::string::npos)
        << statement << ": " << said;
  }
  EXPECT_EQ(asked(""), "no question");
  EXPECT_EQ(asked("SELEKT"), "near \"SELEKT\": syntax error");
}

TEST_F(Sql, HasLimits) {
  EXPECT_EQ(asked("SELECT size FROM ios_sms", {.rows = 3}), "0;1;2 …");
  EXPECT_EQ(asked("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                  "SELECT max(i) FROM n",
                  {.seconds = 0}),
            "it takes too long; narrow it");
  EXPECT_EQ(asked("SELECT length(zeroblob(100000000))"), "string or blob too big");
}

TEST_F(Sql, EvidenceIsMadeVisible) {
  EXPECT_EQ(asked("SELECT 'a' || char(8238) || char(10) || 'b'"), "a⟨U+202E⟩⏎ b");
}

}  // namespace
}  // namespace bridle
