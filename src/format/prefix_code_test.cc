#include "format/prefix_code.h"

#include <gtest/gtest.h>

#include <string>

namespace bridle {
namespace {

WordCounts counts(std::initializer_list<std::pair<unsigned, unsigned>> list) {
  WordCounts out{};
  for (const auto& [length, words] : list) out.at(length) = words;
  return out;
}

std::string told(const WordCounts& words) {
  const PrefixTables t = prefix_tables(words);
  return std::to_string(t.size) + (t.complete ? " complete" : " not complete");
}

TEST(PrefixCode, TellsTheTablesThatADecoderFills) {
  EXPECT_EQ(told(counts({})), "256 not complete");
  EXPECT_EQ(told(counts({{5, 1}})), "256 complete");  // one word takes no bits
  EXPECT_EQ(told(counts({{1, 1}, {2, 2}})), "256 complete");
  EXPECT_EQ(told(counts({{1, 1}, {2, 1}})), "256 not complete");
  EXPECT_EQ(told(counts({{1, 3}})), "256 not complete");
  EXPECT_EQ(told(counts({{8, 255}, {9, 2}})), "258 complete");
  EXPECT_EQ(told(counts({{8, 255}, {9, 1}, {10, 2}})), "260 complete");
  // As many as a complete code of 40 words can need, and one that needs more.
  EXPECT_EQ(told(counts({{9, 31}, {10, 1}, {11, 1}, {12, 1}, {14, 3}, {15, 3}})),
            "542 not complete");
}

TEST(PrefixCode, GivesTheSymbolOfEachWord) {
  const PrefixSymbol symbols[] = {
      {.symbol = 3, .bits = 2}, {.symbol = 7, .bits = 1}, {.symbol = 9, .bits = 2}};
  const PrefixCode code(counts({{1, 1}, {2, 2}}), symbols);
  const std::string bytes = "\x1a";  // 0, 1 0, 1 1, 0 from the lowest bit: 0 1 0 1 1 0 0 0
  const MemoryContent content(as_bytes(bytes));
  ReadAhead file(content);
  BitWalk in(file, 0, 1);
  std::string got;
  for (unsigned i = 0; i < 4; ++i) got += std::to_string(code.next(in));
  EXPECT_EQ(got, "7397");
  EXPECT_FALSE(in.past_end());
  in.take(3);
  EXPECT_TRUE(in.past_end());
}

}  // namespace
}  // namespace bridle
