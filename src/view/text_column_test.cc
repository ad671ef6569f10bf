#include "view/text_column.h"

#include <gtest/gtest.h>

#include <string>

#include "view/test_table.h"

namespace bridle {
namespace {

// Accounts fill the dictionary of their column and go on without it; every third row has no text.
std::string write_table(const TestFolder& folder) {
  FilesIn files(folder.path(""));
  auto file = RecordFile::open(files, "ios_sms.parquet", kTestArtefact);
  for (std::size_t n = 0; n < 60'000; ++n) {
    const std::string text = "Message " + std::to_string(n);
    const std::string who = std::string(40, 'w') + std::to_string(n * 7919);
    const Value values[] = {Value(), n % 3 == 1 ? Value() : Value(std::string_view(text)), Value(),
                            Value(), n % 5 == 0 ? Value() : Value(std::string_view(who))};
    file.append({0, "Library/SMS/sms.db", "HomeDomain", n < 30'000 ? "00ff" : "", n + 1}, values);
  }
  EXPECT_TRUE(file.close());
  return folder.path("ios_sms.parquet");
}

// How many rows fit, and in how many the pages say something else than the values.
std::pair<std::size_t, std::size_t> compare(const RecordTable& table, std::size_t column,
                                            const TextSearch& search) {
  std::size_t fitting = 0, wrong = 0;
  for (std::size_t g = 0; g < table.groups(); ++g) {
    RowBits found(table.rows(g));
    mark_texts(table, g, column, search, found);
    auto batch = table.read(g, column);
    while (batch.next())
      for (std::size_t i = 0, value = 0; i < batch.size(); ++i) {
        const bool fits = batch.present(i) && search.fits(batch.text(value++));
        fitting += fits;
        wrong += fits != found.has(batch.first() + i);
      }
  }
  return {fitting, wrong};
}

TEST(TextColumn, PagesGiveWhatValuesGive) {
  const TestFolder folder;
  const auto table = RecordTable::open(write_table(folder));
  ASSERT_TRUE(table);
  using Pair = std::pair<std::size_t, std::size_t>;
  const auto of = [&](const char* column, const char* text, Compare how = Compare::contains) {
    return compare(*table, *table->column(column), TextSearch(text, how));
  };
  EXPECT_EQ(of("text", "MESSAGE"), Pair(40'000, 0));
  EXPECT_EQ(of("text", "message 59999"), Pair(1, 0));
  EXPECT_EQ(of("text", "Message 59", Compare::equals), Pair(1, 0));
  EXPECT_EQ(of("text", "nowhere"), Pair(0, 0));
  EXPECT_EQ(of("who", "WWW"), Pair(48'000, 0));
  EXPECT_EQ(of("who", "w475132081"), Pair(1, 0));  // of the last row but none
  EXPECT_EQ(of("who", "w7919"), Pair(2, 0));
  EXPECT_EQ(of("file_sha256", "00ff", Compare::equals), Pair(30'000, 0));
}

}  // namespace
}  // namespace bridle
