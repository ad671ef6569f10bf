#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

constexpr std::string_view kUpload =
    "WFWorkflowActionIdentifier\nis.workflow.actions.recordaudio\n"
    "WFWorkflowActionIdentifier\nis.workflow.actions.downloadurl\n"
    "WFWorkflowActionParameters\nWFURL\nhttps://store.example/";
constexpr std::string_view kOpen =
    "WFWorkflowActionIdentifier\nis.workflow.actions.openurl\n"
    "WFWorkflowActionParameters\nWFInput\nhttps://open.example/";
constexpr std::string_view kApps = "com.apple.mobilesafari\nnet.whatsapp.WhatsApp\ncom.viber";

std::vector<Made> shortcut(std::string_view actions, int triggers, std::string_view texts = "") {
  return {{"actions", sv(actions)}, {"triggers", whole(triggers)}, {"trigger_texts", sv(texts)}};
}

std::vector<std::string> reasons(const std::vector<Made>& made) {
  return Shown("odd_shortcut").record("ios_shortcuts", made).reasons();
}

TEST(Rules, OddShortcut) {
  EXPECT_EQ(reasons(shortcut(kUpload, 1)),
            Claims{"a shortcut starts by itself and takes sound, pictures, the place or contacts, "
                   "and can send them to a site"});
  EXPECT_EQ(reasons(shortcut("is.workflow.actions.runsshscript", 1)),
            Claims{"a shortcut starts by itself and runs commands on another computer"});
  EXPECT_EQ(reasons(shortcut(kOpen, 1, kApps)),
            Claims{"a shortcut starts by itself and loads a page whenever one of several apps is "
                   "opened"});
}

TEST(Rules, OddShortcutSparesOrdinaryOnes) {
  EXPECT_EQ(reasons(shortcut(kUpload, 0)), Claims{});  // the owner taps it
  EXPECT_EQ(reasons(shortcut(kOpen, 1, "at\n06:00")), Claims{});
  EXPECT_EQ(reasons(shortcut("is.workflow.actions.openapp", 1, kApps)), Claims{});
  EXPECT_EQ(reasons(shortcut("is.workflow.actions.getcurrentlocation\n"
                             "is.workflow.actions.sendmessage",
                             1)),
            Claims{});  // «I am home»
  Shown golden("odd_shortcut");
  for (const char* name : {"no_triggers", "no_type", "triggers"})
    golden.golden("ios_shortcuts", name);
  EXPECT_EQ(golden.claims(), Claims{});
}

TEST(Rules, OddShortcutInGoldenFiles) {
  EXPECT_EQ(Shown("odd_shortcut").golden("ios_shortcuts", "automations").reasons(),
            (Claims{"a shortcut starts by itself and loads a page whenever one of several apps is "
                    "opened",
                    "a shortcut starts by itself and takes sound, pictures, the place or contacts, "
                    "and can send them to a site"}));
}

}  // namespace
}  // namespace bridle
