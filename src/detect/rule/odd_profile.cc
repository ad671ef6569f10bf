// A configuration profile that gives somebody else a hold on the phone: management, a root
// certificate, a proxy for all traffic, or notices switched off.
//
// Source: Cisco Talos on MDM campaigns (2018); Citizen Lab on Predator's notification profile
// (2021); MVT's ConfigurationProfiles module, which looks at the first payload only. Known false
// alarms: profiles of an employer or a school: what they are is said, and asked.

#include <algorithm>

#include "base/text.h"
#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_configuration_profiles"};
constexpr std::string_view kBenign[] = {"an employer, a school or the owner installed it"};

struct Power {
  std::string_view type, means;
};
constexpr Power kPowers[] = {
    {"com.apple.mdm", "lets its maker manage the phone: install apps, read settings, erase it"},
    {"com.apple.security.root", "adds a root certificate: its maker can read encrypted traffic"},
    {"com.apple.security.pem",
     "adds a certificate: its maker may be able to read encrypted traffic"},
    {"com.apple.proxy.http.global", "sends all traffic through a proxy"},
    {"com.apple.notificationsettings", "decides which apps may show notices, as Predator's did"},
};

void watch(const Record& r, std::vector<Note>& notes) {
  const auto power = std::ranges::find(kPowers, r.text("payload_type"), &Power::type);
  if (power == std::end(kPowers)) return;
  const auto name = r.text("name").empty() ? r.text("identifier") : r.text("name");
  notes.push_back({.what = std::string(power->means),
                   .field = "payload_type",
                   .value = std::string(name) + " (" + std::string(power->type) + ")"});
}

bool same_profile(const Note& a, const Note& b) {
  return a.exhibit == b.exhibit && a.locator.domain == b.locator.domain &&
         a.locator.path == b.locator.path;
}

// What the profile of note `i` can do, in words; empty if an earlier note of it told so.
std::string powers(std::span<const Note> notes, std::size_t i) {
  std::string out;
  for (std::size_t k = 0; k < notes.size(); ++k) {
    if (!same_profile(notes[k], notes[i])) continue;
    if (k < i) return {};
    if (!contains(out, notes[k].what)) out += (out.empty() ? "" : "; ") + notes[k].what;
  }
  return out;
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i)
    if (const std::string can = powers(notes, i); !can.empty())
      claims.push_back(
          {.note = i, .claim = Class::posture, .why = "a configuration profile " + can});
}

}  // namespace

RULE(odd_profile) = {
    .id = "odd_profile",
    .sees =
        "configuration profiles that manage the phone, add root certificates, or redirect traffic",
    .source = "Cisco Talos (2018); Citizen Lab, Pegasus vs. Predator (2021)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "ask the owner who installed it and why; compare with the maker's own profile",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
