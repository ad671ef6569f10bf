// A shortcut that starts by itself and sends away what it takes (sound, pictures, the screen, the
// place, contacts), runs commands on another computer, or loads a page whenever one of several apps
// is opened, as Predator did to come back after a restart.
//
// Source: Citizen Lab, Pegasus vs. Predator (2021), on automations of the Shortcuts app; MVT's
// Shortcuts module compares links only.
// Known false alarms: automations of the house, and apps that slow down the use of others: both
// start by themselves, neither loads a page of the web. Shortcuts that the owner taps do not fire.

#include <algorithm>

#include "base/text.h"
#include "detect/rule.h"
#include "detect/rule/messengers.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_shortcuts"};
constexpr std::string_view kBenign[] = {
    "the owner's own automation, of the house or of a diary for example"};

constexpr std::string_view kTakes[] = {
    "is.workflow.actions.recordaudio",        "is.workflow.actions.takephoto",
    "is.workflow.actions.takevideo",          "is.workflow.actions.takescreenshot",
    "is.workflow.actions.getcurrentlocation", "is.workflow.actions.getlastphoto",
    "is.workflow.actions.filter.photos",      "is.workflow.actions.filter.contacts"};
constexpr std::string_view kLoads[] = {
    "is.workflow.actions.downloadurl", "is.workflow.actions.getwebpagecontents",
    "is.workflow.actions.openurl", "is.workflow.actions.runjavascriptonwebpage",
    "is.workflow.actions.showwebpage"};
constexpr std::string_view kSends = "is.workflow.actions.downloadurl";  // it also uploads
constexpr std::string_view kShell = "is.workflow.actions.runsshscript";
constexpr std::string_view kOwnApps[] = {"com.apple.AppStore",     "com.apple.camera",
                                         "com.apple.Maps",         "com.apple.mobilemail",
                                         "com.apple.mobilesafari", "com.apple.MobileSMS"};
constexpr std::ptrdiff_t kSeveral = 3;

bool any_in(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return contains(text, word); });
}

// How many of the apps that Predator waited for would start it.
std::ptrdiff_t waits_for(std::string_view triggers) {
  const auto named = [&](auto app) { return contains(triggers, app); };
  return std::ranges::count_if(kOwnApps, named) + std::ranges::count_if(kMessengers, named);
}

std::string_view oddity(std::string_view actions, std::string_view triggers) {
  if (contains(actions, kShell)) return "runs commands on another computer";
  if (!contains(actions, "://")) return {};
  if (contains(actions, kSends) && any_in(actions, kTakes))
    return "takes sound, pictures, the place or contacts, and can send them to a site";
  if (any_in(actions, kLoads) && waits_for(triggers) >= kSeveral)
    return "loads a page whenever one of several apps is opened";
  return {};
}

void watch(const Record& r, std::vector<Note>& notes) {
  if (r.number("triggers").value_or(0) == 0) return;
  const auto odd = oddity(r.text("actions"), r.text("trigger_texts"));
  if (!odd.empty())
    notes.push_back(sign(r, "actions", "a shortcut starts by itself and " + std::string(odd)));
}

}  // namespace

RULE(odd_shortcut) = {
    .id = "odd_shortcut",
    .sees =
        "shortcuts that start by themselves and send away what they take, run commands "
        "elsewhere, or load a page whenever apps are opened",
    .source = "Citizen Lab, Pegasus vs. Predator (2021)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "ask the owner who made it; where it sends to; profiles that switch notices off",
    .watch = watch,
    .judge = each_by_itself<Class::posture>,
};

}  // namespace bridle
