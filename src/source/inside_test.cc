#include "source/inside.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "source/test_folder.h"

namespace bridle {
namespace {

TEST(Inside, RefusesOutputsInTheExhibitByAnyWay) {
  const TestFolder at;
  at.write("e/sub/f", "x");
  at.write("else/f", "x");
  ASSERT_EQ(symlink("e", at.path("link").c_str()), 0);
  ASSERT_EQ(symlink("e/not/yet", at.path("dangling").c_str()), 0);
  const std::string e = at.path("e");
  for (const char* out : {"e", "e/", "e/new", "e/new/deep", "else/../e/new", "link/case",
                          "dangling", "dangling/x", "none/../e/x", "e/sub/f", "./e//x"}) {
    EXPECT_FALSE(check_apart(at.path(out), e)) << out;
    EXPECT_FALSE(check_apart(at.path(out), at.path("link"))) << out;
  }
  for (const char* out : {"case", "e2", "e/../case", "else/case", "link/../case", "none/case"})
    EXPECT_TRUE(check_apart(at.path(out), e)) << out;
  EXPECT_STREQ(check_apart(at.path(), e).error().what, "the exhibit lies inside the output");
  EXPECT_STREQ(check_apart("/", e).error().what, "the exhibit lies inside the output");
  EXPECT_FALSE(check_apart(at.path("e/sub/f/x"), at.path("e/sub/f")));
}

TEST(Inside, LinksInACircleAreAnError) {
  const TestFolder at;
  ASSERT_EQ(symlink("b", at.path("a").c_str()), 0);
  ASSERT_EQ(symlink("a", at.path("b").c_str()), 0);
  EXPECT_STREQ(check_apart(at.path("a/x"), at.path("e")).error().what, "too many symbolic links");
}

}  // namespace
}  // namespace bridle
