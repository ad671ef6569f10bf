#include "engine/packs.h"

#include <gtest/gtest.h>

#include "source/test_folder.h"

namespace bridle {
namespace {

TEST(Packs, AreReadWholeHoweverLarge) {
  const TestFolder at;
  std::string list = "# a list\n";
  for (int i = 0; i < 5000; ++i) list += "host" + std::to_string(i) + ".evil.example\n";
  at.write("hosts.txt", list);
  const auto packs = load_packs({at.path("hosts.txt")}, false);
  ASSERT_TRUE(packs) << packs.error();
  std::size_t indicators = 0;
  for (const Pack& pack : *packs)
    if (pack.name == "hosts.txt") indicators = pack.indicators.size();
  EXPECT_EQ(indicators, 5000U);
}

// A missing pack once ended the whole program.
TEST(Packs, OneThatCannotBeReadIsSaid) {
  const TestFolder at;
  const auto missing = load_packs({at.path("nowhere.stix2")}, false);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error(), at.path("nowhere.stix2") + ": cannot be read");
  at.write("empty.stix2", "");
  const auto empty = load_packs({at.path("empty.stix2")}, false);
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error(), at.path("empty.stix2") + ": the pack is empty (byte 0)");
}

}  // namespace
}  // namespace bridle
