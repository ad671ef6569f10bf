#include "source/intake.h"

#include <gtest/gtest.h>

#include <thread>

#include "base/text.h"
#include "source/directory_store.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

std::string sums(const Store& store, Digests& digests) {
  std::string out;
  for (std::size_t i = 0; i < store.files().size(); ++i)
    if (const auto digest = digests.of(i)) out += sums_line(*digest, store.files()[i].path);
  return out;
}

TEST(Intake, WritesWhatSha256sumReads) {
  const TestFolder at;
  for (const char* name : {"plain", "with space", "new\nline", "back\\slash", "cr\rhere",
                           "\xff\xfe", " lead", "*star", "sub/\xce\xb1"})
    at.write(std::string("in/") + name, name);
  const auto store = open_directory(at.path("in"));
  ASSERT_TRUE(store);
  Digests digests(**store);
  at.write("SUMS", sums(**store, digests));
  const std::string tool = "cd '" + at.path("in") + "' && sha256sum --quiet --strict -c ../SUMS";
  EXPECT_EQ(std::system(tool.c_str()), 0);
  // Byte for byte what the tool writes itself.
  const std::string same = "cd '" + at.path("in") +
                           "' && find . -type f -printf '%P\\0' | LC_ALL=C sort -z | "
                           "xargs -0 sha256sum -- | cmp - ../SUMS";
  EXPECT_EQ(std::system(same.c_str()), 0);
}

// The hashes of all files, on so many threads.
std::string hashed(const Store& store, Digests& digests, unsigned threads, HashWork& work) {
  HashQueue queue(store);
  {
    std::vector<std::jthread> all;
    for (unsigned i = 0; i < threads; ++i) all.emplace_back([&] { digests.hash(queue, work); });
  }
  return hex(*tree_digest(store, digests));
}

TEST(Intake, IsTheSameOnAnyNumberOfThreads) {
  const TestFolder at;
  for (std::size_t i = 0; i < 900; ++i)
    at.write("d" + std::to_string(i % 7) + "/" + std::to_string(i), std::string(i * 7, 'x'));
  for (const std::size_t size : {128 << 10, (128 << 10) + 1, 3 << 20, (3 << 20) + 63})
    at.write("f" + std::to_string(size), std::string(size, 'z'));
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  std::uint64_t bytes = 0;
  for (const Stored& file : (*store)->files()) bytes += file.size;
  const std::atomic<bool> never{false};
  for (const unsigned threads : {1U, 2U, 5U}) {
    Digests digests(**store);
    HashWork work(never);
    const std::string tree = hashed(**store, digests, threads, work);
    EXPECT_EQ(work.bytes.load(), bytes);
    Sha256 expected;
    for (const Stored& file : (*store)->files()) {
      const auto content = (*store)->open(*(*store)->find(file.path));
      std::vector<std::byte> all(file.size);
      ASSERT_TRUE((*content)->read(0, all));
      expected.add(as_bytes(sums_line(sha256(all), file.path)));
    }
    EXPECT_EQ(tree, hex(expected.finish()));
  }
}

TEST(Intake, HashesOnceWhoeverAsksAndSeesWhatChanged) {
  const TestFolder at;
  for (int i = 0; i < 200; ++i) at.write(std::to_string(i), std::string(5000, 'a'));
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  Digests digests(**store);
  ASSERT_TRUE(digests.of(7));
  const std::atomic<bool> never{false};
  HashWork work(never);
  hashed(**store, digests, 2, work);
  EXPECT_EQ(work.bytes.load(), 199U * 5000U);
  EXPECT_EQ(hex(*digests.of(7)), hex(sha256(as_bytes(std::string(5000, 'a')))));
  at.write("107", std::string(5000, 'b'));
  const std::size_t changed = *(*store)->find("107");
  HashQueue queue(**store, {changed, *(*store)->find("108")});
  std::vector<std::size_t> differing;
  digests.compare(queue, differing);
  EXPECT_EQ(differing, std::vector<std::size_t>{changed});
}

TEST(Intake, LargeFilesComeFirst) {
  const TestFolder at;
  at.write("a", "1");
  at.write("b", std::string(2 << 20, 'b'));
  at.write("c", std::string(3 << 20, 'c'));
  at.write("d", "2");
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  HashQueue queue(**store);
  std::string order;
  while (const auto index = queue.next()) order += (*store)->files()[*index].path;
  EXPECT_EQ(order, "cbad");
}

TEST(Intake, AStopLeavesTheRestForLater) {
  const TestFolder at;
  at.write("a", "1");
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  Digests digests(**store);
  const std::atomic<bool> stop{true};
  HashWork work(stop);
  HashQueue queue(**store);
  digests.hash(queue, work);
  EXPECT_EQ(work.bytes.load(), 0U);
  EXPECT_TRUE(digests.of(0));
}

TEST(Intake, WhatWasAbandonedHasNoHashAndIsNoGapOfTheFile) {
  const TestFolder at;
  at.write("a", "1");
  at.write("b", "2");
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  Digests digests(**store);
  ASSERT_TRUE(digests.of(0));
  digests.abandon();
  EXPECT_TRUE(digests.of(0));
  EXPECT_STREQ(digests.of(1).error().what, "hashing was stopped");
  EXPECT_STREQ(tree_digest(**store, digests).error().what, "hashing was stopped");
  EXPECT_TRUE(digests.gaps().empty());
}

TEST(Intake, AFileThatWentIsAGap) {
  const TestFolder at;
  at.write("a", "1");
  at.write("b", "2");
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  std::filesystem::remove(at.path("a"));
  Digests digests(**store);
  EXPECT_EQ(digests.of(0).error().code, Errc::missing);
  EXPECT_TRUE(digests.of(1));
  ASSERT_EQ(digests.gaps().size(), 1u);
  EXPECT_EQ(digests.gaps()[0].path, "a");
  EXPECT_EQ(digests.gaps()[0].why, "it is no longer there");
}

TEST(Intake, TheTreesHashIsThatOfItsSums) {
  const TestFolder at;
  at.write("d/a", "1");
  const auto store = open_directory(at.path("d"));
  Digests digests(**store);
  EXPECT_EQ(hex(*tree_digest(**store, digests)), hex(sha256(as_bytes(sums(**store, digests)))));
  const auto one = open_single(at.path("d/a"));
  Digests of_one(**one);
  EXPECT_EQ(hex(*tree_digest(**one, of_one)), hex(sha256(as_bytes("1"))));
}

}  // namespace
}  // namespace bridle
