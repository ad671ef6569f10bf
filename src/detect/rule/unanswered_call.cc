// Calls by WhatsApp from somebody the owner does not know, that nobody answered, and through which
// data came all the same, or that came again and again within minutes as video calls.
//
// Source: CVE-2019-3568: a call that was never answered carried the attack; the calls came from
// foreign numbers, often several within minutes, in April and May 2019 (WhatsApp v. NSO; Citizen
// Lab). Known false alarms: call centres and wrong numbers try again, but by voice; a call over a
// bad network may leave some bytes. A lead, never more: consistent with an attack, no proof of one.

#include <algorithm>
#include <cstdlib>

#include "detect/rule/whatsapp_peers.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_whatsapp_calls",    "ios_whatsapp_calls",
                                         "android_whatsapp_contacts", "ios_whatsapp_contacts",
                                         "android_whatsapp_chats",    "ios_whatsapp_chats"};
constexpr std::string_view kBenign[] = {
    "a wrong number, a call centre or a new acquaintance that tried several times",
    "a call over a bad network, which leaves some bytes before it rings"};

constexpr std::string_view kData = "data", kVideo = "video", kVoice = "voice";
constexpr std::int64_t kBurst = 600 * kSecond;
// 2019-04-01 to 2019-05-31: when the accounts of the complaint called.
constexpr Time kFrom{1'554'076'800'000'000}, kUntil{1'559'347'200'000'000};

void watch(const Record& r, std::vector<Note>& notes) {
  if (!is_whatsapp_call(r.artefact())) return note_known(r, notes);
  const auto time = r.time("time");
  if (!is_unanswered(r) || !time) return;
  const auto bytes =
      std::max(r.number("bytes").value_or(0), r.number("bytes_received").value_or(0));
  Note call = sign(r, "peer", bytes > 0 ? kData : r.number("video") == 1 ? kVideo : kVoice, time);
  call.extra = {std::to_string(bytes), r.number("unknown_caller") == 1 ? "marked" : ""};
  notes.push_back(std::move(call));
}

// How many unanswered video calls of the same person lie around this one.
std::ptrdiff_t burst(std::span<const Note> notes, const Note& call) {
  return std::ranges::count_if(notes, [&](const Note& n) {
    return n.what == kVideo && n.exhibit == call.exhibit && n.value == call.value &&
           std::abs(n.at->us - call.at->us) <= kBurst;
  });
}

std::string why(std::span<const Note> notes, const Note& call) {
  std::string out;
  const auto calls = call.what == kVideo ? burst(notes, call) : 0;
  if (call.what == kData)
    out = "a call that nobody answered, from somebody the owner does not know, carried " +
          call.extra[0] + " bytes";
  else if (calls > 1)
    out = std::to_string(calls) +
          " video calls within minutes that nobody answered, from somebody the owner does not know";
  if (!out.empty() && *call.at >= kFrom && *call.at < kUntil)
    out += "; in the weeks in which the calls of CVE-2019-3568 came";
  return out;
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  const KnownPeople known(notes);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Note& call = notes[i];
    if (call.what != kData && call.what != kVideo) continue;
    if (call.extra[1].empty() && known.has(call.exhibit, call.value)) continue;
    if (std::string reason = why(notes, call); !reason.empty())
      claims.push_back({.note = i, .claim = Class::targeted, .why = std::move(reason)});
  }
}

}  // namespace

RULE(unanswered_call) = {
    .id = "unanswered_call",
    .sees = "calls from unknown people that nobody answered, with data in them or in bursts",
    .source = "CVE-2019-3568; WhatsApp v. NSO Group (2019), complaint",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "a crash of WhatsApp in that minute, and connections to unknown servers after it",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
