#include "view/saved_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/text.h"
#include "sink/case_folder.h"
#include "sink/file_text.h"
#include "sink/sample.h"
#include "view/row_filter.h"
#include "view/test_table.h"

namespace bridle {
namespace {

// A case whose finding is about row 77 of the test's table, which is its 76th.
class SavedRowsOf : public testing::Test {
 protected:
  SavedRowsOf() {
    Outcome outcome = sample_outcome();
    outcome.findings.resize(1);
    outcome.findings[0].with.clear();
    outcome.findings[0].locator.sha256 = "00ff";
    const auto made = CaseFolder::create(folder);
    EXPECT_TRUE(made);
    EXPECT_TRUE(made->write_result(outcome));
    EXPECT_TRUE(made->write_case(outcome, {}));
    const TestFolder elsewhere;
    std::filesystem::rename(write_test_table(elsewhere, 300),
                            folder / "records" / "ios_sms.parquet");
    std::filesystem::create_directory(at.path("out"));
  }

  std::expected<SavedRows, std::string> save(Share level, const RowFilter& filter) const {
    const auto table = RecordTable::open(folder / "records" / "ios_sms.parquet");
    const auto rows = matching(*table, filter);
    return save_rows(
        {.folder = folder, .table = *table, .rows = *rows, .level = level, .in = at.path("out")});
  }

  const TestFolder at;
  const std::filesystem::path folder = at.path("case");
};

TEST_F(SavedRowsOf, ASearchAsFarAsTheLevelLetsThemOut) {
  const auto all = save(Share::full, {.text = "message 7"});
  ASSERT_TRUE(all) << all.error();
  EXPECT_EQ(all->rows, 11U);
  const std::string csv = file_text(all->path);
  EXPECT_EQ(std::ranges::count(csv, '\n'), 12);
  EXPECT_TRUE(csv.contains(",Message 79 to a.example,"));
  EXPECT_FALSE(csv.contains("+1555"));
  EXPECT_TRUE(file_text(all->path.string() + ".redaction.json").contains("ios_sms.who"));

  const auto matched = save(Share::matched, {.text = "message 7"});
  ASSERT_TRUE(matched) << matched.error();
  EXPECT_EQ(matched->rows, 1U);
  EXPECT_NE(matched->path, all->path);
  EXPECT_FALSE(file_text(matched->path).contains("Message 76"));

  const std::string custody = file_text(folder / "custody.jsonl");
  EXPECT_EQ(std::ranges::count(custody, '\n'), 2);
  EXPECT_TRUE(custody.contains(matched->path.filename().string()));
}

TEST_F(SavedRowsOf, NothingThatMayLeaveIsNoFile) {
  const auto none = save(Share::matched, {.text = "message 299"});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error(), "none of these rows leaves the case at this level");
  EXPECT_TRUE(std::filesystem::is_empty(at.path("out")));
}

}  // namespace
}  // namespace bridle
