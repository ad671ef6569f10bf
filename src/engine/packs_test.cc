#include "engine/packs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "source/test_folder.h"

namespace bridle {
namespace {

TEST(Packs, AreReadWholeHoweverLarge) {
  const TestFolder at;
  std::string list = "# a list\n";
  for (int i = 0; i < 5000; ++i) list += "host" + std::to_string(i) + ".evil.example\n";
  at.write("hosts.txt", list);
  const auto packs = load_packs({at.path("hosts.txt")}, false, 2);
  ASSERT_TRUE(packs) << packs.error();
  std::size_t indicators = 0;
  for (const Pack& pack : *packs)
    if (pack.name == "hosts.txt") indicators = pack.indicators.size();
  EXPECT_EQ(indicators, 5000U);
}

// A missing pack once ended the whole program.
TEST(Packs, OneThatCannotBeReadIsSaid) {
  const TestFolder at;
  const auto missing = load_packs({at.path("nowhere.stix2")}, false, 2);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error(), at.path("nowhere.stix2") + ": cannot be read");
  at.write("empty.stix2", "");
  const auto empty = load_packs({at.path("empty.stix2")}, false, 2);
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error(), at.path("empty.stix2") + ": the pack is empty (byte 0)");
}

// Whichever thread comes upon its file first.
TEST(Packs, TheFirstThatCannotBeReadIsSaid) {
  const TestFolder at;
  at.write("hosts.txt", "evil.example\n");
  at.write("empty.stix2", "");
  const auto packs =
      load_packs({at.path("hosts.txt"), at.path("gone.txt"), at.path("empty.stix2")}, false, 2);
  ASSERT_FALSE(packs);
  EXPECT_EQ(packs.error(), at.path("gone.txt") + ": cannot be read");
}

TEST(Packs, AreTheSameForAnyNumberOfThreads) {
  const TestFolder at;
  std::vector<std::string> asked;
  for (int i = 0; i < 20; ++i) {
    const std::string name = "hosts" + std::to_string(i) + ".txt";
    at.write(name, "evil" + std::to_string(i) + ".example\n");
    asked.push_back(at.path(name));
  }
  const auto names = [&](unsigned threads) {
    std::vector<std::string> out;
    const auto packs = load_packs(asked, false, threads);
    EXPECT_TRUE(packs) << packs.error();
    for (const Pack& pack : packs.value_or(std::vector<Pack>{}))
      out.push_back(pack.name + " " + pack.sha256);
    return out;
  };
  EXPECT_EQ(names(1), names(4));
  EXPECT_GE(names(4).size(), asked.size());
}

}  // namespace
}  // namespace bridle
