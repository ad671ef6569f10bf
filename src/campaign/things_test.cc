#include "campaign/things.h"

#include "lake/test_case.h"

namespace bridle::campaign {
namespace {

namespace fs = std::filesystem;

TEST(Things, AreWhatTwoReachedPhonesHave) {
  const fs::path root = fs::path(testing::TempDir()) / "campaign_things";
  fs::remove_all(root);
  const auto lake = Lake::open_or_create(root / "lake");
  ASSERT_TRUE(lake);
  const std::pair<const char*, std::vector<std::string>> apps[] = {
      {"a", {"com.example.chat", "com.Implant.example", "com.implant.example:remote"}},
      {"b", {"com.example.own", "com.implant.example"}},
      {"c", {"com.example.chat"}},
      {"d", {"com.example.chat"}}};
  std::vector<fs::path> folders;
  for (const auto& [name, ids] : apps) {
    folders.push_back(root / name);
    make_test_case(folders.back(), artefact_for_test("android_packages"), "package", ids);
  }
  ASSERT_TRUE(lake->add(folders));

  const auto rows = SharedRows::open(root / "lake");
  ASSERT_TRUE(rows);
  Words words;
  const std::set<std::uint32_t> reached = {words.phones.number_of("a"), words.phones.number_of("b"),
                                           words.phones.number_of("c")};
  const auto things = read_things(*rows, reached, words);
  ASSERT_TRUE(things);
  ASSERT_EQ(things->all.size(), 2U);
  EXPECT_EQ(things->all[0].id, "com.example.chat");
  EXPECT_EQ(things->all[0].phones.size(), 3U);  // of those not reached, too
  EXPECT_EQ(things->all[1].id, "com.implant.example");
  EXPECT_EQ(things->all[1].phones.size(), 2U);
  EXPECT_EQ(things->showing[0].size(), 4U);
  EXPECT_TRUE(things->showing[1].empty());

  const auto evidence = evidence_of(*rows, {&things->all[1]});
  ASSERT_TRUE(evidence);
  ASSERT_EQ((*evidence)[0].size(), 2U);  // the first record of each phone
  EXPECT_EQ((*evidence)[0][0].phone, "a");
  EXPECT_EQ((*evidence)[0][0].row, 2U);
  EXPECT_EQ((*evidence)[0][0].source.artefact, "android_packages");
  EXPECT_EQ((*evidence)[0][0].source.sha256, "00");
  fs::remove_all(root);
}

}  // namespace
}  // namespace bridle::campaign
