// An invitation from somebody else to an event that was over long before it was created: it is
// added to the calendar without a prompt or a notice.
//
// Source: Citizen Lab and Microsoft on QuaDream's ENDOFDAYS (2023): events of more than half a year
// ago, summary "Meeting", notes "Notes".
// Known false alarms: own events with those words (no organiser), calendar spam (not backdated),
// a calendar that is imported or synchronised as a whole (many at once): none of them fires.

#include <algorithm>

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_calendar"};
constexpr std::string_view kBenign[] = {
    "an old event of a shared or synchronised calendar that came late"};
constexpr std::int64_t kHalfYear = 180LL * 86400 * kSecond;
constexpr std::size_t kImport = 6;  // events created within a minute

void watch(const Record& r, std::vector<Note>& notes) {
  const auto organiser = r.text("organizer_email");
  const auto created = r.time("created");
  const auto end = r.time("end");
  if (organiser.empty()) return;
  const bool words = r.text("summary") == "Meeting" && r.text("description") == "Notes";
  const bool backdated = created && end && created->us - end->us > kHalfYear;
  if (!words && !backdated) return;
  notes.push_back({.what = backdated ? "backdated" : "words",
                   .field = "summary",
                   .value = std::string(r.text("summary")) + " / " +
                            std::string(r.text("description")) + " from " + std::string(organiser),
                   .at = created,
                   .extra = {words ? "words" : ""}});
}

bool imported(std::span<const Note> notes, const Note& one) {
  return std::ranges::count_if(notes, [&](const Note& n) {
           return n.exhibit == one.exhibit && n.at && one.at &&
                  std::abs(n.at->us - one.at->us) <= 60 * kSecond;
         }) >= static_cast<std::ptrdiff_t>(kImport);
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Note& n = notes[i];
    const bool backdated = n.what == "backdated";
    const bool words = n.extra.front() == "words";
    if (backdated && !words && imported(notes, n)) continue;
    std::string why = backdated
                          ? "an invitation from somebody else was created more than half a year "
                            "after the event was over: such events raise no notice"
                          : "an invitation from somebody else has the very words of known ones";
    if (backdated && words) why += ", and it has the very words of known ones";
    claims.push_back({.note = i,
                      .claim = Class::delivered,
                      .why = std::move(why),
                      .campaign = backdated && words ? "KingSpawn" : ""});
  }
}

}  // namespace

RULE(backdated_invitation) = {
    .id = "backdated_invitation",
    .sees = "invitations from others to events that were over long before they were created",
    .source = "Citizen Lab, Sweet QuaDreams (2023); Microsoft, DEV-0196 (2023)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "whether the owner knows the organiser; processes with network use soon after",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
