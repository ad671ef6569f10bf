#include "sink/surroundings.h"

#include <gtest/gtest.h>

#include <fstream>

#include "sink/records.h"
#include "sink/sample.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr Field kFields[] = {{"time", Kind::time, "when"}, {"text", Kind::content, "what"}};
constexpr std::string_view kReads[] = {"sms.db"};
constinit const Artefact kArtefact{.id = "ios_sms",
                                   .title = "Messages",
                                   .reads = kReads,
                                   .fields = kFields,
                                   .trace = Trace::received,
                                   .parse = nullptr};

fs::path records_with(std::size_t rows) {
  // A folder for each test: they run side by side.
  const fs::path folder =
      fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
  fs::remove_all(folder);
  fs::create_directories(folder);
  FilesIn records(folder);
  auto file = RecordFile::open(records, "ios_sms.parquet", kArtefact);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::string text = "message " + std::to_string(i);
    const Value values[] = {std::monostate(), std::string_view(text)};
    file.append({0, "Library/SMS/sms.db", "HomeDomain", "bb00", i}, values);
  }
  EXPECT_TRUE(file.close());
  return folder;
}

std::vector<std::uint64_t> rows_of(const std::vector<NearRow>& near) {
  std::vector<std::uint64_t> out;
  for (const NearRow& row : near) out.push_back(row.row);
  return out;
}

TEST(Surroundings, AreThreeRecordsOnEachSide) {
  const Outcome outcome = sample_outcome();  // its first finding is row 77 of ios_sms
  const Surroundings all = read_surroundings(records_with(100), outcome);
  ASSERT_EQ(all.size(), 1);
  const auto& near = all.at(0);
  EXPECT_EQ(rows_of(near), (std::vector<std::uint64_t>{74, 75, 76, 77, 78, 79, 80}));
  EXPECT_TRUE(near[3].hit);
  EXPECT_FALSE(near[2].hit);
  EXPECT_EQ(near[3].fields,
            (std::vector<std::pair<std::string, std::string>>{{"text", "message 77"}}));
}

TEST(Surroundings, EndWithTheFile) {
  Outcome outcome = sample_outcome();
  const fs::path folder = records_with(79);
  EXPECT_EQ(rows_of(read_surroundings(folder, outcome).at(0)),
            (std::vector<std::uint64_t>{74, 75, 76, 77, 78}));
  outcome.findings[0].locator.row = 0;
  EXPECT_EQ(rows_of(read_surroundings(folder, outcome).at(0)),
            (std::vector<std::uint64_t>{0, 1, 2, 3}));
  outcome.findings[0].locator.path = "elsewhere";
  EXPECT_TRUE(read_surroundings(folder, outcome).empty());
}

TEST(Surroundings, AreNoneWhereTheRecordsCannotBeRead) {
  const fs::path folder = records_with(1);
  std::ofstream(folder / "ios_sms.parquet") << "no records";
  EXPECT_TRUE(read_surroundings(folder, sample_outcome()).empty());
  EXPECT_TRUE(read_surroundings(folder / "none", sample_outcome()).empty());
}

}  // namespace
}  // namespace bridle
