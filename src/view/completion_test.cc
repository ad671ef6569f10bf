#include "view/completion.h"

#include <gtest/gtest.h>

#include "source/test_folder.h"

namespace bridle {
namespace {

TEST(Completion, OfWhatIsThere) {
  const TestFolder folder;
  folder.write("phone/backup/Manifest.db", "x");
  folder.write("phone/bugreport.zip", "x");
  folder.write("phone/.hidden", "x");
  const std::string at = folder.path("phone/");
  EXPECT_EQ(completions(at + "b", 9), (std::vector{at + "backup/", at + "bugreport.zip"}));
  EXPECT_EQ(completions(at + "b", 1), std::vector{at + "backup/"});
  EXPECT_EQ(completions(at, 9).size(), 2U);
  EXPECT_EQ(completions(at + ".", 9), std::vector{at + ".hidden"});
  EXPECT_TRUE(completions(at + "nowhere/x", 9).empty());
  EXPECT_TRUE(completions(folder.path("phone/bugreport.zip/"), 9).empty());
}

}  // namespace
}  // namespace bridle
