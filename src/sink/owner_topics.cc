#include "sink/owner_topics.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "sink/wording.h"

namespace bridle {
namespace {

struct Sign {
  std::string_view in_id;
  Letter topic;
};

// The first that an artefact's id holds; what has none of them is the system's.
constexpr Sign kSigns[] = {{"call", Letter::of_calls},
                           {"telecom", Letter::of_calls},
                           {"voicemail", Letter::of_calls},
                           {"contact", Letter::of_contacts},
                           {"calendar", Letter::of_contacts},
                           {"_cards", Letter::of_contacts},
                           {"network", Letter::of_network},
                           {"_net", Letter::of_network},
                           {"datausage", Letter::of_network},
                           {"_dns", Letter::of_network},
                           {"_connect", Letter::of_network},
                           {"sockets", Letter::of_network},
                           {"wifi", Letter::of_network},
                           {"media", Letter::of_media},
                           {"photos", Letter::of_media},
                           {"attachment", Letter::of_media},
                           {"recordings", Letter::of_media},
                           {"_files", Letter::of_media},
                           {"filesystem", Letter::of_media},
                           {"whatsapp", Letter::of_messages},
                           {"sms", Letter::of_messages},
                           {"_mail", Letter::of_messages},
                           {"id_status", Letter::of_messages},
                           {"chrome", Letter::of_web},
                           {"safari", Letter::of_web},
                           {"firefox", Letter::of_web},
                           {"web", Letter::of_web},
                           {"settings", Letter::of_settings},
                           {"profile", Letter::of_settings},
                           {"tcc", Letter::of_settings},
                           {"preferences", Letter::of_settings},
                           {"roles", Letter::of_settings},
                           {"admins", Letter::of_settings},
                           {"accessibility", Letter::of_settings},
                           {"appops", Letter::of_settings},
                           {"app", Letter::of_apps},
                           {"package", Letter::of_apps},
                           {"install", Letter::of_apps},
                           {"apk", Letter::of_apps},
                           {"shortcuts", Letter::of_apps},
                           {"usage", Letter::of_apps},
                           {"manifest", Letter::of_media}};

}  // namespace

Letter topic_of(std::string_view surface) {
  const auto* const at =
      std::ranges::find_if(kSigns, [&](const Sign& s) { return contains(surface, s.in_id); });
  return at == std::end(kSigns) ? Letter::of_system : at->topic;
}

OwnerTopics owner_topics(const Outcome& outcome) {
  std::set<Letter> read, lacking;
  for (const Coverage& c : outcome.coverage) {
    if (may_be_absent(c) || is_unread(c)) continue;
    (c.state == State::read && c.gaps == 0 ? read : lacking).insert(topic_of(c.surface));
  }
  for (const Gap& gap : outcome.gaps)
    if (gap.artefact.empty()) lacking.insert(Letter::of_other);
  for (const Letter topic : lacking) read.erase(topic);
  return {.read = {read.begin(), read.end()}, .lacking = {lacking.begin(), lacking.end()}};
}

}  // namespace bridle
