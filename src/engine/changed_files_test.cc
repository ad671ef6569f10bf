#include "engine/changed_files.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "source/directory_store.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

TEST(ChangedFiles, AreThoseWhoseBytesOrTimesDiffer) {
  const TestFolder at;
  for (int i = 0; i < 700; ++i)
    at.write("d" + std::to_string(i % 7) + "/" + std::to_string(i), "x");
  at.write("big", std::string(3 << 20, 'z'));
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  Digests digests(**store);
  const std::size_t big = *(*store)->find("big");
  ASSERT_TRUE(digests.of(big) && digests.of(0));
  for (const unsigned threads : {1U, 8U})
    EXPECT_TRUE(changed_files(threads, **store, digests, {0, big}).empty());
  at.write("big", std::string(3 << 20, 'y'));
  EXPECT_EQ(changed_files(2, **store, digests, {0, big}), std::vector<std::string>{"big"});
}

}  // namespace
}  // namespace bridle
