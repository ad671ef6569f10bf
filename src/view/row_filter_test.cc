#include "view/row_filter.h"

#include <gtest/gtest.h>

#include "view/row_order.h"
#include "view/row_page.h"
#include "view/test_table.h"
#include "view/timeline.h"

namespace bridle {
namespace {

constexpr std::size_t kRows = 150'000;  // three groups

class Rows : public testing::Test {
 protected:
  std::uint64_t found(const RowFilter& filter) const {
    const auto set = matching(table_, filter);
    EXPECT_TRUE(set);
    return set->count();
  }
  std::optional<std::size_t> column(std::string_view name) const { return table_.column(name); }

  const TestFolder folder_;
  const RecordTable table_ = test_table(folder_, kRows);
};

TEST_F(Rows, TableTellsItsColumnsAndGroups) {
  EXPECT_EQ(table_.artefact(), "ios_sms");
  EXPECT_EQ(table_.rows(), kRows);
  EXPECT_EQ(table_.groups(), 3U);
  EXPECT_EQ(table_.columns().size(), 11U);
  EXPECT_EQ(table_.group_of(0), 0U);
  EXPECT_EQ(table_.group_of(kRows - 1), 2U);
}

TEST_F(Rows, EveryWayToFilter) {
  EXPECT_EQ(found({}), kRows);
  EXPECT_EQ(found({.text = "mESSAGE 149999 "}), 1U);
  EXPECT_EQ(found({.text = "message 14999"}), 11U);
  EXPECT_EQ(found({.text = "Message 7 to a.example", .compare = Compare::equals}), 1U);
  EXPECT_EQ(found({.text = "message 7 to a.example", .compare = Compare::equals}), 0U);
  EXPECT_EQ(found({.text = "+15550101", .column = column("who")}), kRows / 3);
  EXPECT_EQ(found({.text = "+15550101", .column = column("text")}), 0U);
  EXPECT_EQ(found({.text = "3", .compare = Compare::equals, .column = column("size")}), 21'429U);
  EXPECT_EQ(found({.text = "2020-01-01T00:0", .column = column("time")}), 9U);
  EXPECT_EQ(found({.text = "74999.5", .column = column("score")}), 1U);
  EXPECT_EQ(found({.exhibit = "E-002"}), kRows / 2);
  EXPECT_EQ(found({.exhibit = "E-003"}), 0U);
}

TEST_F(Rows, ByTime) {
  const std::int64_t start = 1'577'836'800'000'000;
  EXPECT_EQ(found({.from = start, .until = start + 600'000'000}), 9U);
  EXPECT_EQ(found({.until = start}), 0U);
  EXPECT_EQ(found({.text = "message", .from = start + 149'990 * 60'000'000LL}), 9U);
}

TEST_F(Rows, TextsOverTheEndOfAValueAreNone) {
  EXPECT_EQ(found({.text = "exampleMessage", .column = column("text")}), 0U);
  EXPECT_EQ(found({.text = "a.example", .column = column("text")}), kRows);
}

TEST_F(Rows, SearchIsInOrderWhereverItStopsAndGoesOn) {
  RowSearch search(table_, {.text = "message 1"});
  ASSERT_TRUE(search.look_on({.found = 2}));
  EXPECT_GE(search.found().groups(), 1U);  // more, if other threads had begun with them
  EXPECT_EQ(rows_from(table_, search.found(), 0, 2), (std::vector<std::uint64_t>{1, 10}));
  ASSERT_TRUE(search.look_on({.groups = 1}));
  EXPECT_GE(search.found().groups(), 2U);
  ASSERT_TRUE(search.look_on({}));
  EXPECT_TRUE(search.whole());
  EXPECT_EQ(search.found().count(), found({.text = "message 1"}));
  ASSERT_TRUE(search.look_on({}));  // there is nothing more to look at
  EXPECT_EQ(search.found().groups(), table_.groups());
}

// A group has several pages of texts, and one of what is packed closely.
TEST_F(Rows, RowsOfLaterPages) {
  const std::uint64_t wanted[] = {149'999, 3, 65'535, 40'000, 65'536, 60'009, 40'001};
  const auto rows = shown_rows(table_, wanted, 300);
  ASSERT_TRUE(rows);
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const std::string n = std::to_string(wanted[i]);
    EXPECT_EQ((*rows)[i].cells[*column("text")], "Message " + n + " to a[.]example");
    EXPECT_EQ((*rows)[i].cells[*column("size")], std::to_string(wanted[i] % 7));
    EXPECT_EQ((*rows)[i].cells[*column("who")], "+1555010" + std::to_string(wanted[i] % 3));
    EXPECT_EQ((*rows)[i].cells[*column("time")].has_value(), wanted[i] % 10 != 9);
  }
}

TEST_F(Rows, SkippingToTheEndOfAGroupAndNoFurther) {
  auto batch = table_.read(0, *column("text"));
  batch.skip(table_.rows(0));
  EXPECT_FALSE(batch.next());
  auto beyond = table_.read(0, *column("text"));
  EXPECT_ANY_THROW(beyond.skip(table_.rows(0) + 1));
}

TEST_F(Rows, FirstOnesInTheOrderOfAColumn) {
  const auto all = *matching(table_, {});
  using List = std::vector<std::uint64_t>;
  EXPECT_EQ(*first_rows(table_, all, {.column = *column("size"), .most = 3}), (List{0, 7, 14}));
  EXPECT_EQ(*first_rows(table_, all,
                        {.column = *column("score"), .direction = Direction::down, .most = 2}),
            (List{kRows - 1, kRows - 2}));
  // Undated ones come last in both directions.
  EXPECT_EQ(*first_rows(table_, all,
                        {.column = *column("time"), .direction = Direction::down, .most = 1}),
            (List{kRows - 2}));
  const auto some = *matching(table_, {.text = "message 1499"});
  EXPECT_EQ(first_rows(table_, some, {.column = *column("text"), .most = 500})->size(),
            some.count());
}

TEST_F(Rows, PagesInTheTablesOrder) {
  const auto all = *matching(table_, {});
  EXPECT_EQ(rows_from(table_, all, 70'000, 2), (std::vector<std::uint64_t>{70'000, 70'001}));
  EXPECT_TRUE(rows_from(table_, all, kRows, 2).empty());
  const std::vector<std::uint64_t> wanted = {149'999, 3, 70'000};
  const auto shown = shown_rows(table_, wanted, 20);
  ASSERT_TRUE(shown && shown->size() == 3);
  EXPECT_EQ((*shown)[0].cells[0], "E-002");
  EXPECT_EQ((*shown)[0].cells[6], std::nullopt);
  EXPECT_EQ((*shown)[1].cells[6], "2020-01-01T00:03:00.000000Z");
  EXPECT_EQ((*shown)[1].cells[7], "Message 3 to a[.]examp \u2026 (cut)");
  EXPECT_EQ((*shown)[1].cells[8], "3");
  EXPECT_EQ((*shown)[2].cells[9], "35000");
}

TEST_F(Rows, CountsOverTime) {
  const std::int64_t start = 1'577'836'800'000'000;
  const auto lanes = time_lanes(table_, {start, start + 40 * 60'000'000LL}, 4);
  ASSERT_TRUE(lanes && lanes->size() == 2);
  EXPECT_EQ((*lanes)[0].exhibit, "E-001");
  EXPECT_EQ((*lanes)[0].bins, (std::vector<std::uint64_t>{9, 9, 9, 9}));
  EXPECT_EQ((*lanes)[0].undated, kRows / 20);
  EXPECT_EQ((*lanes)[1].bins, std::vector<std::uint64_t>(4));
}

TEST(RecordTable, FilesThatAreNone) {
  const TestFolder folder;
  folder.write("x.parquet", "PAR1 and nothing more PAR1");
  EXPECT_FALSE(RecordTable::open(folder.path("x.parquet")));
  EXPECT_FALSE(RecordTable::open(folder.path("absent.parquet")));
}

// Damage anywhere gives an error or other rows, never a crash.
TEST(RecordTable, DamagedFiles) {
  const TestFolder folder;
  const std::string path = write_test_table(folder, 3000);
  std::ifstream in(path, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t at = 4; at < whole.size(); at += whole.size() / 40) {
    std::string damaged = whole;
    for (std::size_t i = at; i < std::min(at + 8, whole.size()); ++i) damaged[i] = '\xff';
    folder.write("d.parquet", damaged);
    const auto table = RecordTable::open(folder.path("d.parquet"));
    if (!table) continue;
    (void)matching(*table, {.text = "message 14"});
    const std::uint64_t row = 0;
    if (table->rows() > 0) (void)shown_rows(*table, {&row, 1}, 10);
    (void)time_lanes(*table, {0, 10}, 2);
  }
}

}  // namespace
}  // namespace bridle
