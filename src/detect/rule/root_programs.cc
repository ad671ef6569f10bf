// Programs that give root rights: with them an app is bound by nothing, and what the phone says of
// itself may be forged.
//
// Source: Mobile Verification Toolkit, RootBinaries.
// Known false alarms: many owners root their phones themselves; told once, as posture.

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_root_binaries"};
constexpr std::string_view kBenign[] = {"the owner rooted the phone"};

void watch(const Record& r, std::vector<Note>& notes) {
  notes.push_back(sign(r, "path", "a program that gives root rights was found on the phone"));
}

}  // namespace

RULE(root_programs) = {
    .id = "root_programs",
    .sees = "programs that give root rights",
    .source = "Mobile Verification Toolkit, module root_binaries",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "ask the owner whether they rooted the phone, and when",
    .watch = watch,
    .judge = once_for_each_exhibit<Class::posture>,
};

}  // namespace bridle
