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

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i)
    if (i == 0 || notes[i].exhibit != notes[i - 1].exhibit)
      claims.push_back({.note = i, .claim = Class::posture, .why = notes[i].what});
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
    .judge = judge,
};

}  // namespace bridle
