#include "sink/packed_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace bridle {
namespace {

namespace fs = std::filesystem;

TEST(PackedFolder, IsWhatTarReads) {
  const fs::path folder = fs::path(testing::TempDir()) / "packed";
  const fs::path archive = fs::path(testing::TempDir()) / "packed.tar";
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::ofstream(folder / "b.csv") << std::string(600, 'x');
  std::ofstream(folder / "a.csv") << "one\n";
  std::string tar;
  ASSERT_TRUE(pack_folder(folder, [&](std::string_view more) -> Result<void> {
    tar += more;
    return {};
  }));
  EXPECT_EQ(tar.size(), 512U * (1 + 1 + 1 + 2 + 2));
  std::ofstream(archive, std::ios::binary) << tar;
  const std::string compare = "tar -C '" + folder.string() + "' -df '" + archive.string() +
                              "' --no-same-owner 2>&1 | grep -v -e 'Mod time' -e 'Uid' -e 'Gid' "
                              "-e 'Mode' | grep . && exit 1; exit 0";
  EXPECT_EQ(std::system(compare.c_str()), 0);
  EXPECT_EQ(tar.substr(0, 6), std::string("a.csv\0", 6));
  EXPECT_EQ(tar.substr(148, 8), std::string("006664\0 ", 8));
  EXPECT_EQ(pack_folder(folder / "none", {}).error().code, Errc::io);
}

}  // namespace
}  // namespace bridle
