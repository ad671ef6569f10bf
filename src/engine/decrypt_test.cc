#include "engine/decrypt.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "format/shared_corpora.h"
#include "source/test_archive.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

class Nobody : public Watcher {
  void begin(std::uint64_t) override {}
  void done(std::uint64_t) override {}
  void reading(std::string_view) override {}
  void found(const Finding&) override {}
  void notice(std::string_view) override {}
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

TEST(Decrypt, ABackupOfWhatsAppBecomesItsDatabase) {
  const auto from = shared_corpus("whatsapp-network") / "wa-crypt-tools";
  if (!std::filesystem::exists(from)) GTEST_SKIP() << "no corpora beside the tree";
  const TestFolder at;
  Nobody nobody;
  Secret secret{.password = {}, .key = {}};
  const std::string exhibit = (from / "msgstore.db.crypt15").string();
  const auto locked = decrypt(exhibit, at.path("none"), secret, nobody, false);
  ASSERT_FALSE(locked);
  EXPECT_TRUE(locked.error().contains("the backup is encrypted and no key was given"));
  EXPECT_FALSE(std::filesystem::exists(at.path("none")));
  secret.whatsapp_key = file_bytes(from / "encrypted_backup.key");
  const auto done = decrypt(exhibit, at.path("out"), secret, nobody, false);
  ASSERT_TRUE(done) << done.error();
  EXPECT_EQ(done->files, 1U);
  EXPECT_TRUE(text_of(at.path("out/1/msgstore.db")) == file_bytes(from / "msgstore.db"));
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
