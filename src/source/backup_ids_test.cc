#include "source/backup_ids.h"

#include <gtest/gtest.h>

#include "source/directory_store.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

TEST(BackupIds, AreFoundInEitherLayoutAndOnlyBelowTheRoot) {
  const std::string one = "00aa" + std::string(36, '1');
  const std::string twin = "00aa" + std::string(35, '1') + "2";  // the same first half
  const std::string old = "ffee" + std::string(36, '3');
  const std::string misplaced = "5555" + std::string(36, '5');
  const TestFolder at;
  for (const auto& path : {"b/00/" + one, "b/00/" + twin, "b/" + old, "b/77/" + misplaced,
                           "c/00/" + std::string(40, '0'), std::string("b/Manifest.db")})
    at.write(path, "x");
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  const BackupIds ids(**store, "b/");
  const auto found = [&](std::string_view id) {
    const auto index = ids.find(id);
    return index ? (*store)->files()[*index].path : "";
  };
  EXPECT_EQ(found(one), "b/00/" + one);
  EXPECT_EQ(found(twin), "b/00/" + twin);
  EXPECT_EQ(found(old), "b/" + old);
  for (const std::string& none : {misplaced, std::string(40, '0'), std::string(40, 'z'),
                                  std::string("Manifest.db"), std::string("../") + one.substr(3)})
    EXPECT_EQ(found(none), "") << none;
}

}  // namespace
}  // namespace bridle
