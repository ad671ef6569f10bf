// Rows are missing in the middle of WhatsApp's list of calls: single calls were deleted.
//
// Source: calls of CVE-2019-3568 vanished from the list (Financial Times, 2019). Who clears the
// whole list leaves no row on both sides; who deletes one call does. So this is context, and more
// only where WhatsApp crashed in its own code in the time from which the rows are missing. A list
// that ends early tells nothing: calls at its end are the ones that people delete.

#include <algorithm>

#include "base/text.h"
#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_whatsapp_erased", "ios_whatsapp_erased",
                                         "android_tombstones", "android_dropbox_entries"};
constexpr std::string_view kBenign[] = {"the owner deleted single calls from the list",
                                        "WhatsApp crashed for another reason at that time"};
constexpr std::int64_t kNear = 120 * kSecond;
// Wider apart nobody can say which days the rows are missing from.
constexpr std::int64_t kClose = 7 * 86'400 * kSecond;
constexpr std::string_view kCrash = "crash";

void watch(const Record& r, std::vector<Note>& notes) {
  if (!r.artefact().ends_with("_whatsapp_erased")) {
    const bool native = r.artefact() == "android_tombstones" || contains(r.text("tag"), "native");
    if (native && r.text("process").starts_with("com.whatsapp") && r.time("time"))
      notes.push_back(sign(r, "process", kCrash, r.time("time")));
    return;
  }
  const auto from = r.time("from");
  const auto to = r.time("to");
  if (r.text("what") != "calls" || !from || !to || to->us - from->us > kClose) return;
  Note gap = sign(r, "missing", std::to_string(r.number("missing").value_or(0)), from);
  gap.value = iso8601(*from) + " to " + iso8601(*to);
  gap.extra = {std::to_string(to->us)};
  notes.push_back(std::move(gap));
}

std::string why(const Note& gap, const Note* crash) {
  std::string out = gap.what + (gap.what == "1" ? " row is" : " rows are") +
                    " missing in WhatsApp's list of calls, from " + gap.value;
  if (crash)
    out += "; WhatsApp crashed in its own code in that time: at " + iso8601(*crash->at) + " (" +
           crash->artefact + ", row " + std::to_string(crash->locator.row) + ")";
  return out;
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  std::vector<const Note*> crashes;
  for (const Note& n : notes)
    if (n.what == kCrash) crashes.push_back(&n);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Note& gap = notes[i];
    if (gap.what == kCrash) continue;
    const std::int64_t until = number(gap.extra[0]).value_or(0);
    const auto crash = std::ranges::find_if(crashes, [&](const Note* n) {
      return n->at->us >= gap.at->us - kNear && n->at->us <= until + kNear;
    });
    const Note* const known = crash == crashes.end() ? nullptr : *crash;
    claims.push_back(
        {.note = i, .claim = known ? Class::delivered : Class::context, .why = why(gap, known)});
  }
}

}  // namespace

RULE(erased_calls) = {
    .id = "erased_calls",
    .sees = "single rows that are missing in WhatsApp's list of calls, the more so around a crash",
    .source = "CVE-2019-3568; Financial Times (2019): calls vanished from the list",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "what the owner remembers to have deleted; the network's records of calls",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
