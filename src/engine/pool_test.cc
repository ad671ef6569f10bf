#include "engine/pool.h"

#include <gtest/gtest.h>

#include <string>

namespace bridle {
namespace {

std::string taken_in_order(unsigned threads, std::size_t ahead) {
  const std::vector<std::uint64_t> weights = {3, 9, 1, 1, 7, 0, 8};
  const std::atomic<bool> never{false};
  std::string out;
  run_ordered(
      Pool{threads, ahead}, largest_first(weights), never,
      [](std::size_t i) { return std::to_string(i * i); },
      [&](std::size_t i, const std::string& s) { out += std::to_string(i) + ':' + s + ' '; });
  return out;
}

TEST(Pool, TakesInNumberOrderWhateverStartsFirst) {
  for (const unsigned threads : {1u, 2u, 16u})
    for (const std::size_t ahead : {std::size_t{0}, std::size_t{1}, std::size_t{64}})
      EXPECT_EQ(taken_in_order(threads, ahead), "0:0 1:1 2:4 3:9 4:16 5:25 6:36 ")
          << threads << ' ' << ahead;
}

TEST(Pool, LargestStartFirst) {
  const std::vector<std::uint64_t> weights = {3, 9, 1, 9};
  EXPECT_EQ(largest_first(weights), (std::vector<std::size_t>{1, 3, 0, 2}));
}

TEST(Pool, StopsAndHandsOverWhatRan) {
  const std::vector<std::uint64_t> weights(1000, 1);
  for (int round = 0; round < 50; ++round) {
    std::atomic<bool> stop{false};
    std::atomic<std::size_t> ran{0};
    std::size_t taken = 0;
    run_ordered(
        Pool{4, 8}, largest_first(weights), stop,
        [&](std::size_t i) {
          if (i == 100) stop = true;
          return ++ran, i;
        },
        [&](std::size_t, std::size_t) { ++taken; });
    EXPECT_EQ(taken, ran.load());
    EXPECT_LT(taken, 200u);
  }
}

TEST(Pool, NoJobs) {
  const std::atomic<bool> never{false};
  run_ordered(
      Pool{2, 1}, {}, never, [](std::size_t i) { return i; },
      [](std::size_t, std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace bridle
