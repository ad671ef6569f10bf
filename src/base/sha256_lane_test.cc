#include "base/sha256_lane.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace bridle {
namespace {

constexpr std::size_t kBlock = Sha256Lane::kBlock;

std::string made(std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(i * 31 + size);
  return out;
}

TEST(Sha256Lane, GivesWhatOpensslGivesAtEveryLengthOfTheLastBlock) {
  Sha256Lane lane;
  for (std::size_t size = 0; size < 4 * kBlock; ++size) {
    const std::string text = made(size);
    const Bytes all = as_bytes(text);
    const std::size_t whole = size / kBlock * kBlock;
    lane.add(all.first(whole));
    EXPECT_EQ(hex(lane.finish(all.subspan(whole))), hex(sha256(all))) << size;
  }
}

TEST(Sha256Lane, TwoSideBySideAreWhatEachIsAlone) {
  const std::string left = made(5 * kBlock);
  const std::string right = made(3 * kBlock + 7);
  Sha256Lane a;
  Sha256Lane b;
  Sha256Lane::add(a, as_bytes(left).first(3 * kBlock), b, as_bytes(right).first(3 * kBlock));
  a.add(as_bytes(left).subspan(3 * kBlock));
  EXPECT_EQ(hex(a.finish({})), hex(sha256(as_bytes(left))));
  EXPECT_EQ(hex(b.finish(as_bytes(right).subspan(3 * kBlock))), hex(sha256(as_bytes(right))));
}

}  // namespace
}  // namespace bridle
