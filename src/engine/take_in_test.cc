#include "engine/take_in.h"

#include <gtest/gtest.h>

#include "source/test_folder.h"

namespace bridle {
namespace {

struct Bench {
  WorkerLink link{Descriptor()};  // nobody listens: taking in says nothing
  Spots spots;
  Omissions left_out;
  Workplace place() { return {.link = link, .spots = spots, .left_out = left_out, .jobs = 1}; }
};

TEST(TakeIn, LooksIntoNoExhibitThatEndedAWorker) {
  const TestFolder folder;
  folder.write("one/private/var/mobile/a", "x");
  folder.write("two/private/var/mobile/a", "x");
  const std::vector<std::string> paths = {folder.path("one"), folder.path("two")};
  Bench bench;
  bench.left_out.add({.doing = Doing::hashing, .exhibit = 1}, "it fell");
  auto exhibits = take_in(paths, bench.place());
  ASSERT_TRUE(exhibits);
  open_trees(*exhibits, reads_of(artefacts()), {}, bench.place());
  EXPECT_EQ((*exhibits)[0].tree->kind(), "ios-filesystem");
  const Tree& closed = *(*exhibits)[1].tree;
  EXPECT_EQ(closed.kind(), "unknown");
  EXPECT_EQ(closed.state(), State::failed);
  EXPECT_EQ(closed.gaps()[0].why, "it fell");
  EXPECT_EQ((*exhibits)[1].store->files().size(), 1U);  // it is hashed all the same
}

TEST(TakeIn, TakesAnArchiveThatEndedAWorkerAsOneFile) {
  const TestFolder folder;
  folder.write("phone.tar", std::string(1024, '\0'));
  Bench bench;
  bench.left_out.add({.doing = Doing::listing, .exhibit = 0}, "it fell");
  const auto exhibits = take_in({folder.path("phone.tar")}, bench.place());
  ASSERT_TRUE(exhibits);
  EXPECT_TRUE(exhibits->front().store->is_one_file());
  EXPECT_EQ(exhibits->front().carrier, nullptr);
}

TEST(Omissions, GrowWithTheFalls) {
  Omissions left_out;
  const auto spot = [](std::uint32_t artefact, std::uint64_t file) {
    return Spot{.doing = Doing::reading, .artefact = artefact, .file = file};
  };
  left_out.add(spot(1, 1), "first");
  EXPECT_EQ(*left_out.why(spot(1, 1)), "first");
  EXPECT_EQ(left_out.why(spot(1, 2)), nullptr);
  EXPECT_EQ(left_out.why(spot(2, 1)), nullptr);
  for (std::uint64_t file = 2; file <= 4; ++file) left_out.add(spot(1, file), "more");
  EXPECT_NE(left_out.why(spot(1, 99)), nullptr);
  EXPECT_EQ(left_out.why(spot(2, 1)), nullptr);
  for (std::uint32_t artefact = 3; artefact < 11; ++artefact) left_out.add(spot(artefact, 1), "x");
  EXPECT_NE(left_out.why(spot(99, 1)), nullptr);
  EXPECT_NE(left_out.why({.doing = Doing::opening}), nullptr);
}

}  // namespace
}  // namespace bridle
