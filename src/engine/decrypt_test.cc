#include "engine/decrypt.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "source/test_archive.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

class Nobody : public Watcher {
  void begin(std::uint64_t) override {}
  void done(std::uint64_t) override {}
  void reading(std::string_view) override {}
  void found(const Finding&) override {}
};

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Decrypt, AnAndroidBackupBecomesTheFilesOfItsTar) {
  const TestFolder at;
  at.write("x.ab", "ANDROID BACKUP\n5\n0\nnone\n" + tar_member("apps/com.x/_manifest", "1") +
                       tar_member("apps/com.x/f/a", "alpha") + tar_member("../../evil", "no") +
                       kEnd);
  Nobody nobody;
  const auto done = decrypt(at.path("x.ab"), at.path("out"), {}, nobody, false);
  ASSERT_TRUE(done) << done.error();
  EXPECT_EQ(done->files, 2U);
  EXPECT_EQ(text_of(at.path("out/apps/com.x/f/a")), "alpha");
  ASSERT_EQ(done->gaps.size(), 1U);
  EXPECT_STREQ(done->gaps[0].why.c_str(), "refused: the name leaves the archive");
}

TEST(Decrypt, OtherExhibitsAreRefused) {
  const TestFolder at;
  at.write("x.txt", "== dumpstate: 2026-01-09 03:10:11\n");
  Nobody nobody;
  const auto done = decrypt(at.path("x.txt"), at.path("out"), {}, nobody, false);
  ASSERT_FALSE(done);
  EXPECT_TRUE(done.error().ends_with("there is nothing to decrypt in an exhibit of this kind"));
}

}  // namespace
}  // namespace bridle
