// A messenger that its maker's store did not give to the owner: a copy under another name, one
// without the store's record among apps that all have one, or one that a server put there which
// manages the phone. Changed messengers read along.
//
// Source: Cisco Talos on the MDM campaign in India (2018): re-signed WhatsApp and Telegram; MVT's
// Applications module names an app without a bundle id in its record and stops at one without any.
// Known false alarms: employers that manage phones; modified messengers that the owner chose.
// Backups whose program wrote no store records at all, as MVT's test backup: they do not fire.
// Sources that are unusual for any app are told by unusual_app_source.

#include <algorithm>

#include "detect/rule.h"
#include "detect/rule/app_sources.h"
#include "detect/rule/messengers.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_applications"};
constexpr std::string_view kBenign[] = {
    "an employer or a school that manages the phone",
    "the owner chose a modified messenger, or has two of them by a cloning service",
    "an app that was not yet loaded again after a restore"};
constexpr std::size_t kEnough = 5;  // apps with a record, to find one without odd
constexpr std::string_view kBare = "bare";
constexpr std::string_view kRecorded = "recorded";

void watch(const Record& r, std::vector<Note>& notes) {
  const auto app = r.text("app");
  const auto first = r.text("metadata_app");
  if (is_messenger(app) && is_management(r.text("source")))
    notes.push_back(sign(r, "app", "a messenger was put on the phone by a server that manages it"));
  if (!first.empty() && (is_messenger(app) || is_messenger(first)))
    notes.push_back(sign(r, "app",
                         "the store's record of this app is that of another one (" +
                             std::string(first) + "), as with copies that were signed again"));
  if (r.number("listed") != 1) return;
  const bool recorded = r.number("has_metadata") == 1;
  if (recorded || is_messenger(app)) notes.push_back(sign(r, "app", recorded ? kRecorded : kBare));
}

std::size_t count(std::span<const Note> notes, const Note& like, std::string_view what) {
  return static_cast<std::size_t>(std::ranges::count_if(
      notes, [&](const Note& n) { return n.exhibit == like.exhibit && n.what == what; }));
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Note& n = notes[i];
    if (n.what == kRecorded) continue;
    const bool bare = n.what == kBare;
    if (bare && count(notes, n, kRecorded) < kEnough * count(notes, n, kBare)) continue;
    claims.push_back({.note = i,
                      .claim = Class::posture,
                      .why = bare ? "a messenger has no record of the store, though the other apps "
                                    "on this phone have one"
                                  : n.what});
  }
}

}  // namespace

RULE(messenger_from_elsewhere) = {
    .id = "messenger_from_elsewhere",
    .sees = "messengers that are copies, lack the store's record, or were put there by management",
    .source = "Cisco Talos, Advanced Mobile Malware Campaign in India uses Malicious MDM (2018)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "ask the owner how it came there; profiles that manage the phone; who signed it",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
