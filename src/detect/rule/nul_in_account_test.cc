#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

TEST(Rules, NulInAccount) {
  EXPECT_EQ(Shown("nul_in_account")
                .record("ios_id_status_cache",
                        {{"user", std::string_view("mailto:a\0\0b@x.example", 22)}})
                .claims(),
            Claims{std::string("delivered lead mailto:a\0\0b@x.example", 37)});
  EXPECT_EQ(Shown("nul_in_account")
                .record("ios_id_status_cache", {{"user", sv("mailto:ab@x.example")}})
                .claims(),
            Claims{});
}

TEST(Rules, NulInAccountInGoldenFiles) {
  EXPECT_EQ(Shown("nul_in_account").golden("ios_id_status_cache", "nul").claims().size(), 1u);
  EXPECT_EQ(Shown("nul_in_account").golden("ios_id_status_cache", "basic").claims(), Claims{});
}

}  // namespace
}  // namespace bridle
