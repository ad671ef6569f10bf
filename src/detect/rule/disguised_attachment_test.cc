#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

TEST(Rules, DisguisedAttachment) {
  EXPECT_EQ(Shown("disguised_attachment")
                .record("ios_attachment_files", {{"path", sv("a.gif")},
                                                 {"type", sv("pdf")},
                                                 {"extension", sv("gif")},
                                                 {"jbig2", whole(2)}})
                .record("ios_attachment_files",
                        {{"path", sv("b.jpg")}, {"type", sv("heic")}, {"extension", sv("jpg")}})
                .record("ios_attachment_files",
                        {{"path", sv("c.pdf")}, {"type", sv("pdf")}, {"extension", sv("pdf")}})
                .claims(),
            Claims{"delivered lead a.gif"});
}

TEST(Rules, DisguisedAttachmentInGoldenFiles) {
  Shown shown("disguised_attachment");
  for (const char* name : {"document", "forced_entry", "layers", "photo", "picture", "preview"})
    shown.golden("ios_attachment_files", name);
  EXPECT_EQ(shown.claims(), (Claims{"delivered lead a.gif", "delivered lead b.png"}));
}

}  // namespace
}  // namespace bridle
