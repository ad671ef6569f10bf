// A call by WhatsApp that a second place notes and that the list of calls lacks, though the list
// goes on before and after it: the row was removed.
//
// Android: messages of missed calls beside call_log. iOS: the system's list of calls beside
// WhatsApp's. Source: CVE-2019-3568: targets told of calls that vanished from the list. Known false
// alarms: the owner removes a call by hand, and each list has its own button for that. Context,
// never more: it says where to look, not who did it.

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "detect/rule/whatsapp_peers.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_whatsapp_calls", "android_whatsapp_missed_calls",
                                         "ios_calls", "ios_whatsapp_calls"};
constexpr std::string_view kBenign[] = {"the owner removed the call from one of the lists"};
constexpr std::int64_t kNear = 120 * kSecond;
constexpr std::string_view kListed = "listed", kNoted = "noted";

void watch(const Record& r, std::vector<Note>& notes) {
  const auto time = r.time("time");
  if (!time) return;
  if (is_whatsapp_call(r.artefact())) return notes.push_back(sign(r, "peer", kListed, time));
  if (r.artefact() == "android_whatsapp_missed_calls")
    notes.push_back(sign(r, "peer", kNoted, time));
  else if (contains(lower(r.text("service")), "whatsapp"))
    notes.push_back(sign(r, "handle", kNoted, time));
}

struct Around {
  bool before = false, after = false, near = false;
};

// What the exhibit's list of calls holds around a time.
Around listed_around(std::span<const Note> notes, const Note& noted) {
  Around out;
  for (const Note& n : notes) {
    if (n.what != kListed || n.exhibit != noted.exhibit) continue;
    out.near = out.near || std::abs(n.at->us - noted.at->us) <= kNear;
    (*n.at < *noted.at ? out.before : out.after) = true;
  }
  return out;
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (notes[i].what != kNoted) continue;
    const Around list = listed_around(notes, notes[i]);
    if (list.near || !list.before || !list.after) continue;
    claims.push_back({.note = i,
                      .claim = Class::context,
                      .why = "a call by WhatsApp that its list of calls lacks, though that list "
                             "holds earlier and later ones"});
  }
}

}  // namespace

RULE(call_in_one_list) = {
    .id = "call_in_one_list",
    .sees = "calls by WhatsApp that a second place notes and that the list of calls lacks",
    .source = "CVE-2019-3568: calls that vanished from the list",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "whether the owner removed it; rows that were erased from the list; a crash then",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
