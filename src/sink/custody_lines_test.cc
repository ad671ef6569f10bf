#include "sink/custody_lines.h"

#include <gtest/gtest.h>

#include "base/sha256.h"
#include "base/text.h"

namespace bridle {
namespace {

std::string line(std::string_view prev, std::string_view rest) {
  return "{" + std::string(rest) + ",\"prev\":\"" + std::string(prev) + "\"}";
}

TEST(CustodyLines, FormAChain) {
  const std::string zeros(64, '0');
  const std::string first =
      line(zeros, R"("action":"check","actor":"lab","objects":{"E-001":"aa"},"seq":1,"time":"t")");
  const std::string second = line(hex(sha256(as_bytes(first))), R"("action":"report","seq":2)");
  const CustodyLines whole = read_custody_lines(first + "\n" + second + "\n");
  EXPECT_EQ(whole.count, 2);
  EXPECT_FALSE(whole.broken_at);
  EXPECT_EQ(whole.head, hex(sha256(as_bytes(second))));
  ASSERT_EQ(whole.lines.size(), 2);
  EXPECT_EQ(whole.lines[0].actor, "lab");
  EXPECT_EQ(whole.lines[0].objects, (decltype(whole.lines[0].objects){{"E-001", "aa"}}));
  EXPECT_EQ(whole.lines[1].action, "report");
}

TEST(CustodyLines, TellsTheFirstLineThatDoesNotFit) {
  const std::string zeros(64, '0');
  const std::string first = line(zeros, R"("seq":1)");
  EXPECT_EQ(read_custody_lines(first + "\n" + first).broken_at, 2);
  EXPECT_EQ(read_custody_lines("no json\n" + first).broken_at, 1);
  EXPECT_EQ(read_custody_lines(first + "\n\n").broken_at, 2);
  EXPECT_EQ(read_custody_lines("").count, 0);
}

}  // namespace
}  // namespace bridle
