#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

TEST(Rules, UnusualAppSource) {
  EXPECT_EQ(
      Shown("unusual_app_source")
          .record("ios_applications",
                  {{"app", sv("org.example.a")}, {"source", sv("com.apple.AppStore")}})
          .record("ios_applications", {{"app", sv("org.example.b")},
                                       {"source", sv("com.apple.AppStore.ProductPageExtension")}})
          .record("ios_applications", {{"app", sv("org.example.c")}})
          .record("ios_applications",
                  {{"app", sv("org.example.d")}, {"source", sv("com.unknown.loader")}})
          .claims(),
      Claims{"posture lead org.example.d from com.unknown.loader"});
}

}  // namespace
}  // namespace bridle
