#include "sink/sorted_lines.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace bridle {
namespace {

namespace fs = std::filesystem;

std::string sorted(std::size_t memory) {
  const fs::path path = fs::path(testing::TempDir()) / "sorted.txt";
  SortedLines lines(path.parent_path(), memory);
  for (std::int64_t i = 0; i < 500; ++i)
    lines.add((i * 7919) % 50 - 25,
              std::to_string((i * 7919) % 50 - 25) + " " + std::to_string(i) + "\n");
  auto out = PrivateFile::create(path);
  EXPECT_TRUE(lines.write_to(*out));
  EXPECT_TRUE(out->close());
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(SortedLines, GiveTheSameOrderInMemoryAndThroughFiles) {
  const std::string whole = sorted(1 << 20);
  EXPECT_EQ(whole.substr(0, 12), "-25 0\n-25 50");
  EXPECT_EQ(whole, sorted(1000));
}

}  // namespace
}  // namespace bridle
