#include "engine/hash_all.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>

#include "base/text.h"
#include "source/directory_store.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

TEST(HashAll, IsTheSameOnAnyNumberOfThreadsAndSeesChanges) {
  const TestFolder at;
  for (int i = 0; i < 700; ++i)
    at.write("d" + std::to_string(i % 7) + "/" + std::to_string(i), "x");
  at.write("big", std::string(3 << 20, 'z'));
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  std::string trees[2];
  for (const unsigned threads : {1u, 8u}) {
    Digests digests(**store);
    HashWork work;
    hash_all({threads, 1}, **store, digests, work);
    EXPECT_EQ(work.bytes.load(), 700u + (3 << 20));
    trees[threads > 1] = hex(*tree_digest(**store, digests));
    const std::size_t parsed[] = {0, 1, 2};
    EXPECT_TRUE(changed_files({threads, 1}, **store, digests, parsed).empty());
  }
  EXPECT_EQ(trees[0], trees[1]);
  Digests digests(**store);
  HashWork work;
  hash_all({2, 1}, **store, digests, work);
  at.write("big", std::string(3 << 20, 'y'));
  const std::size_t parsed[] = {*(*store)->find("big")};
  EXPECT_EQ(changed_files({2, 1}, **store, digests, parsed), std::vector<std::string>{"big"});
}

}  // namespace
}  // namespace bridle
