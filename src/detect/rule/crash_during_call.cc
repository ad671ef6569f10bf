// WhatsApp crashed in its own code within two minutes of a call that nobody answered.
//
// Source: CVE-2019-3568: a call that was never answered overflowed a buffer in libwhatsapp; what
// fails of such an attack leaves a crash in that minute. No sample of such a crash is public, so
// this stays a lead. Known false alarms: a crash by chance; the crash alone is decoder_crash.

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "detect/rule/whatsapp_peers.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_whatsapp_calls", "android_whatsapp_missed_calls",
                                         "ios_whatsapp_calls", "android_tombstones",
                                         "android_dropbox_entries"};
constexpr std::string_view kBenign[] = {"WhatsApp crashed for another reason just then"};
constexpr std::int64_t kNear = 120 * kSecond;
constexpr std::string_view kCall = "call", kCrash = "crash";

bool is_of_whatsapp(std::string_view process) {
  return process.starts_with("com.whatsapp");
}

void watch(const Record& r, std::vector<Note>& notes) {
  const auto time = r.time("time");
  if (!time) return;
  if (is_whatsapp_call(r.artefact())) {
    if (is_unanswered(r)) notes.push_back(sign(r, "peer", kCall, time));
  } else if (r.artefact() == "android_whatsapp_missed_calls") {
    notes.push_back(sign(r, "peer", kCall, time));
  } else if (is_of_whatsapp(r.text("process"))) {
    const bool native = r.artefact() == "android_tombstones" || contains(r.text("tag"), "native");
    if (native) notes.push_back(sign(r, "process", kCrash, time));
  }
}

// Messages note missed calls that the list of calls holds, too.
bool is_told_by_a_call(std::span<const Note> notes, const Note& missed) {
  return missed.artefact == "android_whatsapp_missed_calls" &&
         std::ranges::any_of(notes, [&](const Note& n) {
           return n.what == kCall && n.artefact != missed.artefact && n.value == missed.value &&
                  std::abs(n.at->us - missed.at->us) <= kNear;
         });
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (notes[i].what != kCall || is_told_by_a_call(notes, notes[i])) continue;
    const auto crash = std::ranges::find_if(notes, [&](const Note& n) {
      return n.what == kCrash && std::abs(n.at->us - notes[i].at->us) <= kNear;
    });
    if (crash == notes.end()) continue;
    claims.push_back({.note = i,
                      .claim = Class::delivered,
                      .why = "WhatsApp crashed within two minutes of this call, which nobody "
                             "answered: at " +
                             iso8601(*crash->at) + " (" + crash->artefact + ", row " +
                             std::to_string(crash->locator.row) + ")"});
  }
}

}  // namespace

RULE(crash_during_call) = {
    .id = "crash_during_call",
    .sees = "unanswered calls by WhatsApp in whose minute WhatsApp crashed in its own code",
    .source = "CVE-2019-3568; WhatsApp v. NSO Group (2019), complaint",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the crash itself, in the code that receives calls; who called",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
