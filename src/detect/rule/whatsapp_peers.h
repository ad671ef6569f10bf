// Who called or wrote by WhatsApp, and whether the owner knows them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "detect/rule.h"

namespace bridle {

// The number or id alone: "46701740698" of "46701740698:7@s.whatsapp.net".
inline std::string_view whatsapp_user(std::string_view id) {
  return id.substr(0, id.find_first_of(":@"));
}

inline bool is_whatsapp_call(std::string_view artefact) {
  return artefact == "android_whatsapp_calls" || artefact == "ios_whatsapp_calls";
}

// A call that came in and that nobody answered.
inline bool is_unanswered(const Record& call) {
  const auto outcome = call.text("outcome");
  return call.text("direction") == "received" && !call.text("peer").empty() &&
         (outcome == "missed" || call.number("missed") == 1) &&
         call.real("seconds").value_or(0) == 0;
}

// What tells that a person is known: an entry in the address book, or a chat with messages.
inline constexpr std::string_view kKnown = "known";
inline void note_known(const Record& r, std::vector<Note>& notes) {
  const auto artefact = r.artefact();
  if (artefact == "ios_whatsapp_contacts" || artefact == "android_whatsapp_contacts") {
    const bool named = !r.text("name").empty();
    if (named && !r.text("whatsapp_id").empty()) notes.push_back(sign(r, "whatsapp_id", kKnown));
  } else if (artefact == "ios_whatsapp_chats" || artefact == "android_whatsapp_chats") {
    if (r.number("messages").value_or(0) > 1) notes.push_back(sign(r, "chat", kKnown));
  }
}

// Of all notes of a case, the people that their exhibits know.
class KnownPeople {
 public:
  explicit KnownPeople(std::span<const Note> notes) {
    for (const Note& n : notes)
      if (n.what == kKnown) known_[n.exhibit].emplace(whatsapp_user(n.value));
  }
  bool has(std::size_t exhibit, std::string_view id) const {
    const auto at = known_.find(exhibit);
    return at != known_.end() && at->second.contains(whatsapp_user(id));
  }

 private:
  std::map<std::size_t, std::set<std::string, std::less<>>> known_;
};

}  // namespace bridle
