#include "artefact/dump_text.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "source/tree.h"

namespace bridle {
namespace {

class Reports : public Tree {
 public:
  void add(std::string_view domain, std::string_view path, std::string_view place,
           std::string_view text) {
    nodes_.push_back({.domain = std::string(domain),
                      .path = std::string(path),
                      .stored = 0,
                      .key = texts_.size(),
                      .place = std::string(place)});
    texts_.emplace_back(text);
  }

  // When the file with this number was written.
  std::string written(std::size_t number) const {
    const auto content = *open(nodes_[number]);
    const File file{.domain = nodes_[number].domain,
                    .path = nodes_[number].path,
                    .content = content.get(),
                    .tree = this};
    const auto time = written_at(file);
    return time ? iso8601(*time).substr(0, 10) : "";
  }

  std::string_view kind() const override { return "android-androidqf"; }
  std::span<const Node> nodes() const override { return nodes_; }
  Result<std::unique_ptr<Content>> open(const Node& node) const override {
    return std::make_unique<MemoryContent>(as_bytes(texts_[node.key]));
  }

 private:
  std::vector<Node> nodes_;
  std::vector<std::string> texts_;
};

constexpr std::string_view kOld =
    "x\n--------- 0.017s was the duration of dumpsys a, ending at: 2025-03-01 10:00:00\n";
constexpr std::string_view kNew =
    "x\n--------- 0.017s was the duration of dumpsys a, ending at: 2026-01-09 10:00:00\n";

TEST(WrittenAt, IsToldByTheSectionItselfFirst) {
  Reports reports;
  reports.add("dumpsys", "a", "new.txt", kNew);
  reports.add("dumpsys", "b", "old.txt", kOld);
  EXPECT_EQ(reports.written(1), "2025-03-01");
}

TEST(WrittenAt, IsToldByAnotherSectionOfTheSameReport) {
  Reports reports;
  reports.add("dumpsys", "a", "old.zip/report.txt", kOld);
  reports.add("dumpsys", "b", "new.zip/report.txt", "no time");
  reports.add("dumpsys", "c", "new.zip/report.txt", kNew);
  reports.add("bugreport", "FS/log", "old.zip/FS/log", "x");
  reports.add("dumpstate", "SYSTEM LOG", "new.zip/report.txt", "x");
  EXPECT_EQ(reports.written(3), "2025-03-01");
  EXPECT_EQ(reports.written(4), "2026-01-09");
}

TEST(WrittenAt, IsThatOfTheLatestReportForWhatLiesBesideSeveral) {
  Reports reports;
  reports.add("dumpsys", "a", "bugreports/old.zip/report.txt", kOld);
  reports.add("dumpsys", "a", "bugreport.zip/report.txt", kNew);
  reports.add("androidqf", "logcat.txt", "logcat.txt", "x");
  EXPECT_EQ(reports.written(2), "2026-01-09");
}

TEST(WrittenAt, IsNotGuessed) {
  Reports reports;
  reports.add("dumpsys", "a", "old.zip/report.txt", kOld);
  reports.add("dumpsys", "a", "new.zip/report.txt", kNew);
  reports.add("bugreport", "FS/log", "old.zip/FS/log", "x");
  reports.add("bugreport", "FS/log", "new.zip/FS/log", "x");
  EXPECT_EQ(reports.written(2), "");
  Reports none;
  none.add("dumpstate", "SYSTEM LOG", "report.txt", "x");
  EXPECT_EQ(none.written(0), "");
}

}  // namespace
}  // namespace bridle
