#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> file(std::string_view path, std::int64_t uid) {
  return {{"path", sv(path)}, {"uid", whole(uid)}};
}

TEST(Rules, ForeignFileInTmp) {
  EXPECT_EQ(
      Shown("foreign_file_in_tmp")
          .record("android_files", {{"path", sv("/data/local/tmp/wd/fs.db")}, {"user", sv("root")}})
          .record("android_files", file("/data/local/tmp/x", 10123))
          .claims(),
      (Claims{"posture lead /data/local/tmp/wd/fs.db", "posture lead /data/local/tmp/x"}));
  // A developer's tool, the folder itself, another folder, an owner that is not known.
  EXPECT_EQ(
      Shown("foreign_file_in_tmp")
          .record("android_files", file("/data/local/tmp/frida-server", 2000))
          .record("android_files", file("/data/local/tmp/", 0))
          .record("android_files", file("/data/local/tmp", 0))
          .record("android_files", file("/sdcard/data/local/tmp/x", 0))
          .record("android_files", {{"path", sv("/data/local/tmp/y")}})
          .record("android_files", file("/data/local/tmp/z", 0))
          .record("android_files", {{"path", sv("/data/local/tmp/perfd")}, {"user", sv("shell")}})
          .claims(),
      Claims{});
}

}  // namespace
}  // namespace bridle
