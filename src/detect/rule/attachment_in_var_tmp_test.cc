#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

TEST(Rules, AttachmentInVarTmp) {
  EXPECT_EQ(
      Shown("attachment_in_var_tmp")
          .record("ios_sms_attachments",
                  {{"path", sv("/var/tmp/x-1")}, {"direction", sv("received")}})
          .record("ios_sms_attachments", {{"path", sv("/var/tmp/y-1")}, {"direction", sv("sent")}})
          .record("ios_sms_attachments",
                  {{"path", sv("~/Library/SMS/Attachments/a/x-1")}, {"direction", sv("received")}})
          .claims(),
      Claims{"delivered lead /var/tmp/x-1"});
}

TEST(Rules, AttachmentInVarTmpInGoldenFiles) {
  EXPECT_EQ(Shown("attachment_in_var_tmp").golden("ios_sms_attachments", "basic").claims(),
            Claims{"delivered lead /var/tmp/com.apple.messages/x/tmp-1"});
}

}  // namespace
}  // namespace bridle
