// A configuration profile that was installed and within an hour removed again.
//
// Source: MVT's ProfileEvents module tells every event; most are an owner's own. A profile that did
// its work and went is the one that nobody can be asked about any more.
// Known false alarms: profiles that a server replaces (the profile stands there still), and the
// first step of an enrolment, which removes itself: the former do not fire, the latter is said.

#include <algorithm>

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_configuration_profiles", "ios_profile_events"};
constexpr std::string_view kBenign[] = {
    "somebody tried a profile out and removed it",
    "the first step of an enrolment with an employer or a school, which removes itself"};
constexpr std::int64_t kHour = 3600 * kSecond;
constexpr std::string_view kThere = "there";

void watch(const Record& r, std::vector<Note>& notes) {
  const bool event = r.artefact() == "ios_profile_events";
  notes.push_back({.what = event ? std::string(r.text("operation")) : std::string(kThere),
                   .field = "profile",
                   .value = std::string(r.text(event ? "profile" : "identifier")),
                   .at = r.time("time")});
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Note& removed = notes[i];
    if (removed.what != "remove" || !removed.at) continue;
    const auto of_it = [&](const Note& n, std::string_view what) {
      return n.what == what && n.value == removed.value && n.exhibit == removed.exhibit;
    };
    const bool there = std::ranges::any_of(notes, [&](const Note& n) { return of_it(n, kThere); });
    const bool just_before = std::ranges::any_of(notes, [&](const Note& n) {
      return of_it(n, "install") && n.at && *n.at <= *removed.at &&
             removed.at->us - n.at->us <= kHour;
    });
    if (just_before && !there)
      claims.push_back({.note = i,
                        .claim = Class::context,
                        .why = "a configuration profile was removed within an hour after it was "
                               "installed, and is there no more"});
  }
}

}  // namespace

RULE(short_lived_profile) = {
    .id = "short_lived_profile",
    .sees = "configuration profiles that were installed and within an hour removed",
    .source = "Mobile Verification Toolkit, ProfileEvents",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "ask the owner about that hour; apps and certificates that came with it",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
