#include "sink/records.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr Field kFields[] = {{"time", Kind::time, "when"},
                             {"text", Kind::content, "what was written"},
                             {"size", Kind::number, "how much"},
                             {"score", Kind::real, "how sure"},
                             {"who", Kind::account, "by whom"}};
constexpr std::string_view kReads[] = {"sms.db"};
constinit const Artefact kArtefact{.id = "ios_sms",
                                   .title = "Messages",
                                   .reads = kReads,
                                   .fields = kFields,
                                   .trace = Trace::received,
                                   .parse = nullptr,
                                   .row = "rowid of message"};

fs::path fresh(const char* name) {
  const fs::path path = fs::path(testing::TempDir()) / name;
  fs::remove(path);
  return path;
}

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, std::size_t rows) {
  FilesIn folder(path.parent_path());
  auto file = RecordFile::open(folder, path.filename(), kArtefact);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::string text(i % 300, 'x');
    const Value values[] = {Time{1'500'000'000'000'000}, std::string_view(text),
                            static_cast<std::int64_t>(i), 0.5, std::monostate()};
    file.append({0, i % 2 ? "a.db" : "b.db", "HomeDomain", "00ff", i}, values);
  }
  EXPECT_EQ(file.close(), rows);
}

TEST(RecordFile, GivesTheSameBytesForTheSameRows) {
  const fs::path one = fresh("one.parquet");
  const fs::path two = fresh("two.parquet");
  write(one, 70'000);
  write(two, 70'000);
  EXPECT_EQ(content(one).substr(0, 4), "PAR1");
  EXPECT_EQ(content(one), content(two));
  EXPECT_EQ(fs::status(one).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(RecordFile, IsNotWrittenWithoutRows) {
  const fs::path path = fresh("none.parquet");
  write(path, 0);
  EXPECT_FALSE(fs::exists(path));
}

TEST(RecordFile, LeavesNothingBehindIfItIsNotClosed) {
  const fs::path path = fresh("dropped.parquet");
  {
    FilesIn folder(path.parent_path());
    auto file = RecordFile::open(folder, path.filename(), kArtefact);
    const std::string text(9 << 20, 'x');
    const Value values[] = {{}, std::string_view(text), {}, {}, {}};
    file.append({}, values);
    EXPECT_TRUE(fs::exists(path.string() + ".part"));
  }
  EXPECT_FALSE(fs::exists(path));
  EXPECT_FALSE(fs::exists(path.string() + ".part"));
}

TEST(RecordFile, TellsWhenItCannotBeWritten) {
  FilesIn folder("/none/such");
  auto file = RecordFile::open(folder, "x.parquet", kArtefact);
  const Value values[] = {{}, {}, {}, {}, {}};
  file.append({}, values);
  EXPECT_EQ(file.close().error().code, Errc::io);
}

}  // namespace
}  // namespace bridle
