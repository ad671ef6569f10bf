#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

TEST(Rules, CrashReportsOff) {
  const std::vector<Made> off = {{"key", sv("ShouldSubmit")}, {"value", sv("false")}};
  EXPECT_EQ(Shown("crash_reports_off").record("ios_crash_reporter", off).claims(),
            Claims{"delivered lead ShouldSubmit=false"});
  EXPECT_EQ(Shown("crash_reports_off")
                .record("ios_crash_reporter", {{"key", sv("ShouldSubmit")}, {"value", sv("true")}})
                .claims(),
            Claims{});
  EXPECT_EQ(Shown("crash_reports_off")
                .record("ios_crash_reporter", off)
                .record("ios_crash_reporter", {{"key", sv("ExcResourceDiagInfo_backboardd")}})
                .claims(),
            Claims{});
}

TEST(Rules, CrashReportsOffInGoldenFiles) {
  EXPECT_EQ(Shown("crash_reports_off").golden("ios_crash_reporter", "basic").claims().size(), 1u);
  EXPECT_EQ(Shown("crash_reports_off").golden("ios_crash_reporter", "ordinary").claims(), Claims{});
}

}  // namespace
}  // namespace bridle
