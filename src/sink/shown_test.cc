#include "sink/shown.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

TEST(Shown, WritesWhatIsInvisibleAndCuts) {
  EXPECT_EQ(shown("a\u202eb\x01\nc\xff", 99), "a⟨U+202E⟩b⟨U+0001⟩⏎ c\ufffd");
  EXPECT_EQ(shown("\U000e0041", 99), "⟨U+E0041⟩");
  EXPECT_EQ(shown("äöü", 2), "äö … (cut)");
}

TEST(Defanged, BreaksHostsAndLeavesFilesAlone) {
  EXPECT_EQ(defanged("see https://a.b.example/x.y?u=1 now", 99),
            "see hxxps://a[.]b[.]example/x.y?u=1 now");
  EXPECT_EQ(defanged("HTTP://A.example", 99), "hxxp://A[.]example");
  EXPECT_EQ(defanged("on bad.example.", 99), "on bad[.]example.");
  EXPECT_EQ(defanged("mail me@bad.example, 192.0.2.7", 99),
            "mail me@bad[.]example, 192[.]0[.]2[.]7");
  EXPECT_EQ(defanged("Library/SMS/sms.db com.apple.mobilesafari 1.5 End.", 99),
            "Library/SMS/sms.db com.apple.mobilesafari 1.5 End.");
}

}  // namespace
}  // namespace bridle
