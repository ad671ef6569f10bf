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

TEST(Intake, BatchesCoverEveryFileOnce) {
  const TestFolder at;
  for (int i = 0; i < 1500; ++i) at.write("f" + std::to_string(i), "x");
  at.write("f2-big", std::string(9 << 20, 'b'));
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  std::size_t next = 0;
  std::uint64_t bytes = 0;
  for (const Batch& batch : batches(**store)) {
    EXPECT_EQ(batch.first, next);
    EXPECT_LE(batch.count, 512u);
    EXPECT_TRUE(batch.bytes <= (8 << 20) || batch.count == 1);
    next += batch.count;
    bytes += batch.bytes;
  }
  EXPECT_EQ(next, 1501u);
  EXPECT_EQ(bytes, 1500u + (9 << 20));
}

TEST(Intake, HashesOnceWhoeverAsks) {
  const TestFolder at;
  for (int i = 0; i < 200; ++i) at.write(std::to_string(i), std::string(5000, 'a'));
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  Digests digests(**store);
  HashWork work;
  const std::vector<Batch> all = batches(**store);
  {
    const std::jthread a([&] {
      for (const Batch& b : all) digests.hash(b, work);
    });
    const std::jthread c([&] {
      for (const Batch& b : all) digests.hash(b, work);
    });
  }
  EXPECT_EQ(work.bytes.load(), 200u * 5000u);
  EXPECT_EQ(hex(*digests.of(7)), hex(sha256(as_bytes(std::string(5000, 'a')))));
  at.write("107", std::string(5000, 'b'));
  EXPECT_FALSE(digests.still_the_same(*(*store)->find("107")));
  EXPECT_TRUE(digests.still_the_same(*(*store)->find("108")));
}

TEST(Intake, AStopLeavesTheRestForLater) {
  const TestFolder at;
  at.write("a", "1");
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  Digests digests(**store);
  HashWork work;
  work.stop = true;
  for (const Batch& b : batches(**store)) digests.hash(b, work);
  EXPECT_EQ(work.bytes.load(), 0u);
  EXPECT_TRUE(digests.of(0));
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
