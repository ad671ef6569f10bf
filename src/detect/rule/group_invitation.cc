// Somebody the owner does not know added them to a group, and a document came within minutes.
//
// Source: Citizen Lab and WhatsApp (2025), Graphite of Paragon: the target was added to a group and
// sent a PDF, which the phone read by itself. Known false alarms: groups of neighbours, schools and
// customers, to which strangers add people and send documents; a lead.

#include <algorithm>

#include "base/text.h"
#include "detect/rule/whatsapp_peers.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_whatsapp_group_changes", "android_whatsapp_media",
                                         "android_whatsapp_contacts", "android_whatsapp_chats"};
constexpr std::string_view kBenign[] = {
    "a group of neighbours, a school or customers, to which strangers add people"};
constexpr std::int64_t kWithin = 600 * kSecond;
constexpr std::string_view kAdded = "added", kDocument = "document";

void watch(const Record& r, std::vector<Note>& notes) {
  const auto keep = [&](std::string_view field, std::string_view what, std::string_view who) {
    Note n = sign(r, field, what, r.time("time"));
    n.extra = {std::string(r.text("chat")), std::string(who)};
    if (n.at && !who.empty()) notes.push_back(std::move(n));
  };
  if (r.artefact() == "android_whatsapp_group_changes") {
    if (r.text("what") == "added") keep("chat", kAdded, r.text("who"));
  } else if (r.artefact() == "android_whatsapp_media") {
    if (r.text("direction") == "received" && r.text("mime") == "application/pdf")
      keep("name", kDocument, r.text("sender"));
  } else {
    note_known(r, notes);
  }
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  const KnownPeople known(notes);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Note& document = notes[i];
    if (document.what != kDocument || known.has(document.exhibit, document.extra[1])) continue;
    const auto added = std::ranges::find_if(notes, [&](const Note& n) {
      return n.what == kAdded && n.exhibit == document.exhibit && n.extra == document.extra &&
             *n.at <= *document.at && document.at->us - n.at->us <= kWithin;
    });
    if (added == notes.end()) continue;
    claims.push_back({.note = i,
                      .claim = Class::targeted,
                      .why = "a document from " + document.extra[1] +
                             ", whom the owner does not know, who had added them to the group " +
                             document.extra[0] + " within minutes before"});
  }
}

}  // namespace

RULE(group_invitation) = {
    .id = "group_invitation",
    .sees = "documents from unknown people who had just added the owner to a group",
    .source = "Citizen Lab and WhatsApp (2025), Graphite of Paragon",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the document itself; whether the group still exists, and who else was in it",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
