// Network use whose process was removed from the list of processes: an implant that tidies up
// after itself deletes its row in ZPROCESS and forgets those in ZLIVEUSAGE.
//
// Source: Citizen Lab's CASCADEFAIL (2021); MVT's Datausage module ("manipulated process").
// Known false alarms: dozens of such rows within seconds, on a phone not said to be attacked (mvt
// issue 257), as a restore or a migration would leave: told as one finding, and so.

#include <algorithm>

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_datausage", "ios_netusage"};
constexpr std::string_view kBenign[] = {
    "the phone was restored or migrated: ask when, and compare with these times",
    "the database was repaired or damaged"};
constexpr std::size_t kCluster = 12;
constexpr std::int64_t kWithin = 60 * kSecond;

void watch(const Record& r, std::vector<Note>& notes) {
  const auto id = r.number("process_id");
  if (r.number("orphan") != 1 || !id) return;
  notes.push_back({.what = "orphan",
                   .field = "process_id",
                   .value = "ZLIVEUSAGE row of process " + std::to_string(*id) +
                            ", which has no process record",
                   .at = r.time("time")});
}

bool near(const Note& a, const Note& b) {
  return a.at && b.at && std::abs(a.at->us - b.at->us) <= kWithin;
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  std::vector<bool> told(notes.size());
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (told[i]) continue;
    std::size_t together = 0;
    for (std::size_t k = i; k < notes.size(); ++k)
      if (notes[k].exhibit == notes[i].exhibit && near(notes[i], notes[k])) ++together;
    const bool cluster = together >= kCluster;
    for (std::size_t k = i; k < notes.size(); ++k) {
      const bool same = notes[k].exhibit == notes[i].exhibit && notes[k].value == notes[i].value;
      if (same || (cluster && near(notes[i], notes[k]))) told[k] = true;
    }
    claims.push_back(
        {.note = i,
         .claim = cluster ? Class::context : Class::executed,
         .why = cluster
                    ? std::to_string(together) +
                          " rows of network use within a minute have no process record: many at "
                          "once is more like a restore than like somebody who tidies up"
                    : "network use was recorded for a process whose record was removed"});
  }
}

}  // namespace

RULE(orphan_network_use) = {
    .id = "orphan_network_use",
    .sees = "network use of processes whose records were removed from the database",
    .source = "Citizen Lab (2021), CASCADEFAIL; Mobile Verification Toolkit, Datausage",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "messages, look-ups or crashes just before the time of the network use",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
