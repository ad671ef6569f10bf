#include "view/review.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/text.h"
#include "sink/custody.h"
#include "source/hash_files.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

TEST(Review, WhatMayBeSaid) {
  EXPECT_TRUE(
      review_asked(R"({"about":"F-0001","decision":"explained","note":"a trainer's phone"})"));
  EXPECT_TRUE(review_asked(R"({"about":"case","decision":"signed-off"})"));
  EXPECT_TRUE(review_asked(R"({"about":"case","note":"x"})"));
  for (const char* bad :
       {"", "[]", "{}", R"({"about":"case"})", R"({"about":"F-x","note":"x"})",
        R"({"about":"../x","note":"x"})", R"({"about":"F-0001","decision":"signed-off"})",
        R"({"about":"case","decision":"confirmed"})", R"({"about":"F-0001","decision":"deleted"})"})
    EXPECT_FALSE(review_asked(bad)) << bad;
  EXPECT_EQ(
      review_asked(R"({"about":"case","note":")" + std::string(20'001, 'x') + "\"}").error().code,
      Errc::too_large);
}

TEST(Review, EachIsAFileWhoseHashTheLogHolds) {
  const TestFolder folder;
  ASSERT_TRUE(
      add_review(folder.path(), {.about = "F-0001", .decision = "open", .note = "<b>\u202e"}));
  ASSERT_TRUE(add_review(folder.path(), {.about = "case", .decision = "signed-off"}));
  const auto all = reviews_of(folder.path());
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].note, "<b>\u202e");
  EXPECT_EQ(all[1].decision, "signed-off");
  const auto log = read_custody(folder.path());
  ASSERT_TRUE(log && log->size() == 2);
  EXPECT_EQ((*log)[0].deed.action, "review");
  EXPECT_EQ((*log)[0].deed.reason, "F-0001: open");
  EXPECT_EQ((*log)[1].deed.action, "sign-off");
  ASSERT_EQ((*log)[0].deed.objects.size(), 1U);
  EXPECT_EQ((*log)[0].deed.objects[0].first, "reviews/0001.json");
  EXPECT_EQ((*log)[0].deed.objects[0].second.size(), 64U);
}

}  // namespace
}  // namespace bridle
