// A program that belongs to no app and is none of the system's used the network for the first time
// within minutes after somebody could have reached the phone: messaging looked up an account, an
// attachment came, or a page was redirected as network injection does it. Neither says much alone.
//
// Source: Amnesty International, Forensic Methodology Report (2021): look-ups of accounts and
// redirects minutes to milliseconds before processes of Pegasus.
// Known false alarms: programs of the system that are not listed here, by chance after a message.
// Look-ups and attachments are many, so they count only before such a program, of which ordinary
// phones have next to none (see system_programs.h).

#include <algorithm>

#include "detect/rule/odd_redirect.h"
#include "detect/rule/system_programs.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_datausage_process", "ios_id_status_cache",
                                         "ios_sms_attachments", "ios_safari_history"};
constexpr std::string_view kBenign[] = {
    "a new program of the system, or of an app that hides its name, that started then by chance"};
constexpr std::int64_t kWithin = 300 * kSecond;
constexpr std::string_view kProgram = "program";

void watch(const Record& r, std::vector<Note>& notes) {
  const auto add = [&](std::string_view field, std::string_view what, std::optional<Time> at) {
    if (at) notes.push_back(sign(r, field, what, at));
  };
  if (r.artefact() == "ios_datausage_process") {
    if (is_unaccounted(r)) add("process", kProgram, r.time("first_seen"));
  } else if (r.artefact() == "ios_id_status_cache") {
    add("user", "an account was looked up", r.time("time"));
  } else if (r.artefact() == "ios_sms_attachments") {
    if (r.text("direction") == "received") add("path", "an attachment came", r.time("time"));
  } else if (const auto redirect = odd_redirect(r)) {
    add("redirect_to_url", "a page was redirected", redirect->at);
  }
}

bool just_before(const Note& contact, const Note& program) {
  return contact.what != kProgram && contact.exhibit == program.exhibit &&
         *contact.at <= *program.at && program.at->us - contact.at->us <= kWithin;
}

// "an account was looked up 200 s before (ios_id_status_cache, row 7)": the row and not the value,
// which is a third person's address and may stand in reports that are passed on.
std::string told(const Note& contact, const Note& program) {
  return contact.what + " " + std::to_string((program.at->us - contact.at->us) / kSecond) +
         " s before (" + contact.artefact + ", row " + std::to_string(contact.locator.row) + ")";
}

// The latest contact of each sort before the program, in words; empty if there was none.
std::string contacts(std::span<const Note> notes, const Note& program) {
  std::vector<const Note*> latest;
  for (const Note& n : notes) {
    if (!just_before(n, program)) continue;
    const auto same = std::ranges::find(latest, n.what, &Note::what);
    if (same == latest.end())
      latest.push_back(&n);
    else if (*n.at > *(*same)->at)
      *same = &n;
  }
  std::string out;
  for (const Note* n : latest) out += (out.empty() ? "" : ", ") + told(*n, program);
  return out;
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (notes[i].what != kProgram) continue;
    const std::string before = contacts(notes, notes[i]);
    if (!before.empty())
      claims.push_back({.note = i,
                        .claim = Class::executed,
                        .why = "a program that is none of the system's and belongs to no app used "
                               "the network for the first time: " +
                               before});
  }
}

}  // namespace

RULE(program_after_contact) = {
    .id = "program_after_contact",
    .sees =
        "programs of unknown origin that first used the network within minutes after an account "
        "was looked up, an attachment came or a page was redirected",
    .source = "Amnesty International, Forensic Methodology Report (2021)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm =
        "whether the name stands on other phones of that version; crashes at that time; "
        "whether the owner knows the account",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
