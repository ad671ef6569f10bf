#include "campaign/cells.h"

#include <gtest/gtest.h>

namespace bridle::campaign {
namespace {

Suspect suspect(std::string id, std::vector<std::string> phones) {
  return {.id = std::move(id),
          .country = {},
          .score = 1,
          .phones = std::move(phones),
          .why = {},
          .evidence = {}};
}

using Names = std::vector<std::string>;

TEST(Cells, AccountsThatShareAPhoneStandTogether) {
  const auto cells =
      cells_of({suspect("a", {"P1", "P2"}), suspect("b", {"P5"}), suspect("c", {"P2", "P3"}),
                suspect("d", {"P4"}), suspect("e", {"P3", "P4"})},
               {});
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(cells[0].accounts, (Names{"a", "c", "d", "e"}));
  EXPECT_EQ(cells[0].phones, (Names{"P1", "P2", "P3", "P4"}));
  EXPECT_EQ(cells[1].accounts, (Names{"b"}));
}

TEST(Cells, AServerThatTwoMetJoinsNeither) {
  const auto cells = cells_of({suspect("a", {"P1", "P2"}), suspect("b", {"P3"})},
                              {suspect("evil.example", {"P1", "P3", "P9"})});
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(cells[0].servers, (Names{"evil.example"}));
  EXPECT_EQ(cells[1].servers, (Names{"evil.example"}));
  EXPECT_EQ(cells[0].phones, (Names{"P1", "P2", "P9"}));  // nobody called P9: with the larger
  EXPECT_EQ(cells[1].phones, (Names{"P3"}));
}

TEST(Cells, AServerOfNobodyStandsAlone) {
  const auto cells = cells_of({suspect("a", {"P1"})}, {suspect("evil.example", {"P7"})});
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(cells[0].accounts, Names{});
  EXPECT_EQ(cells[0].phones, (Names{"P7"}));
  EXPECT_EQ(cells[1].accounts, (Names{"a"}));
}

TEST(Cells, NothingHasNone) {
  EXPECT_TRUE(cells_of({}, {}).empty());
}

}  // namespace
}  // namespace bridle::campaign
