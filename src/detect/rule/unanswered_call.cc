// Calls by WhatsApp from somebody the owner does not know, that nobody answered, and through which
// data came all the same, or that came again and again within minutes as video calls.
//
// Source: CVE-2019-3568: a call that was never answered carried the attack; the calls came from
// foreign numbers, often several within minutes, in April and May 2019, from accounts with numbers
// of a few countries (WhatsApp v. NSO, complaint; Citizen Lab). Known false alarms: call centres
// and wrong numbers try again, but by voice; a group rings for all its members; a call over a bad
// network may leave some bytes. Country, weeks and version stand in the words and never make a
// finding. A lead, never more: consistent with an attack, no proof of one.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>

#include "base/text.h"
#include "detect/rule/whatsapp_peers.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_whatsapp_calls",    "ios_whatsapp_calls",
                                         "android_whatsapp_contacts", "ios_whatsapp_contacts",
                                         "android_whatsapp_chats",    "ios_whatsapp_chats",
                                         "android_package_dump",      "ios_applications"};
constexpr std::string_view kBenign[] = {
    "a wrong number, a call centre or a new acquaintance that tried several times",
    "a call over a bad network, which leaves some bytes before it rings",
    "senders of advertising, who call many people by video from several numbers"};

constexpr std::string_view kData = "data", kVideo = "video", kVoice = "voice";
constexpr std::string_view kOldApp = "old app", kGroup = "group";
constexpr std::int64_t kBurst = 600 * kSecond, kDays = 3 * 86'400 * kSecond;
// 2019-04-01 to 2019-05-31: when the accounts of the complaint called.
constexpr Time kFrom{1'554'076'800'000'000}, kUntil{1'559'347'200'000'000};

// Of the accounts in the complaint.
struct Prefix {
  std::string_view digits, country;
};
constexpr std::array kPrefixes = {Prefix{"357", "Cyprus"}, Prefix{"972", "Israel"},
                                  Prefix{"55", "Brazil"},  Prefix{"62", "Indonesia"},
                                  Prefix{"46", "Sweden"},  Prefix{"31", "the Netherlands"}};

// The version in which the flaw of CVE-2019-3568 was mended.
using Version = std::array<int, 3>;
constexpr Version kMendedAndroid = {2, 19, 134}, kMendedIos = {2, 19, 51};

std::optional<Version> version_of(std::string_view text) {
  const auto words = split(text, '.');
  Version out{};
  for (std::size_t i = 0; i < std::min(out.size(), words.size()); ++i)
    for (const char c : words[i]) {
      if (!is_digit(c) || out[i] > 9999) return {};
      out[i] = out[i] * 10 + (c - '0');
    }
  if (out[0] == 0) return {};
  return out;
}

void note_old_app(const Record& r, std::vector<Note>& notes) {
  const bool android = r.text("package") == "com.whatsapp";
  if (!android && r.text("app") != "net.whatsapp.WhatsApp") return;
  const auto version = version_of(r.text("version"));
  if (version && *version < (android ? kMendedAndroid : kMendedIos))
    notes.push_back(sign(r, "version", kOldApp));
}

void watch(const Record& r, std::vector<Note>& notes) {
  if (r.artefact() == "android_package_dump" || r.artefact() == "ios_applications")
    return note_old_app(r, notes);
  if (!is_whatsapp_call(r.artefact())) return note_known(r, notes);
  const auto time = r.time("time");
  if (!is_unanswered(r) || !time) return;
  const auto bytes =
      std::max(r.number("bytes").value_or(0), r.number("bytes_received").value_or(0));
  const bool rings_alone = r.text("group").empty();
  Note call = sign(r, "peer",
                   bytes > 0                ? kData
                   : !rings_alone           ? kGroup
                   : r.number("video") == 1 ? kVideo
                                            : kVoice,
                   time);
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

// How many people whom the owner does not know called by video within days of this call.
std::size_t callers(std::span<const Note> notes, const Note& call, const KnownPeople& known) {
  std::set<std::string_view> out;
  for (const Note& n : notes)
    if (n.what == kVideo && n.exhibit == call.exhibit && std::abs(n.at->us - call.at->us) <= kDays)
      if (!n.extra[1].empty() || !known.has(n.exhibit, n.value)) out.insert(whatsapp_user(n.value));
  return out.size();
}

// What makes a call worth a look; empty if nothing does.
std::string reason(std::span<const Note> notes, const Note& call, const KnownPeople& known) {
  if (call.what == kData)
    return "a call that nobody answered, from somebody the owner does not know, carried " +
           call.extra[0] + " bytes";
  if (const auto calls = burst(notes, call); calls > 1)
    return std::to_string(calls) +
           " video calls within minutes that nobody answered, from somebody the owner does not "
           "know";
  if (const auto people = callers(notes, call, known); people > 2)
    return "a video call that nobody answered, one of those of " + std::to_string(people) +
           " people within days whom the owner does not know";
  return "";
}

// What fits the attacks of 2019 besides.
std::string signs(std::span<const Note> notes, const Note& call) {
  std::string out;
  if (*call.at >= kFrom && *call.at < kUntil)
    out += "; in the weeks in which the calls of CVE-2019-3568 came";
  for (const auto& [digits, country] : kPrefixes)
    if (call.value.starts_with(digits) && !call.value.ends_with("@lid"))
      out += "; a number of " + std::string(country) + ", as accounts of those attacks had";
  for (const Note& n : notes)
    if (n.what == kOldApp && n.exhibit == call.exhibit)
      return out + "; WhatsApp here is " + n.value + ", which has the flaw of CVE-2019-3568";
  return out;
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  const KnownPeople known(notes);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Note& call = notes[i];
    if (call.what != kData && call.what != kVideo) continue;
    if (call.extra[1].empty() && known.has(call.exhibit, call.value)) continue;
    if (const std::string why = reason(notes, call, known); !why.empty())
      claims.push_back({.note = i, .claim = Class::targeted, .why = why + signs(notes, call)});
  }
}

}  // namespace

RULE(unanswered_call) = {
    .id = "unanswered_call",
    .sees =
        "calls from unknown people that nobody answered, with data in them, in bursts, or of "
        "several",
    .source = "CVE-2019-3568; WhatsApp v. NSO Group (2019), complaint",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "a crash of WhatsApp in that minute, and connections to unknown servers after it",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
