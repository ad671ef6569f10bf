// Who helps the owner of a phone. Looked up on 2026-11-26; who changes one of them checks it first.
#pragma once

#include <string_view>

#include "sink/phrase/letter.h"

namespace bridle {

struct Helpline {
  std::string_view name;
  std::string_view reach;
  Letter what;
  std::string_view source;         // where it says so itself
  std::string_view language = {};  // told in this language only; empty: in each
};

inline constexpr Helpline kHelplines[] = {
    {"Access Now Digital Security Helpline", "help@accessnow.org \u00b7 accessnow.org/help",
     Letter::what_access_now, "https://www.accessnow.org/help/helpline-faq/"},
    {"Amnesty International Security Lab", "securitylab.amnesty.org/get-help", Letter::what_amnesty,
     "https://securitylab.amnesty.org/get-help/"},
    {"CiviCERT", "civicert.org \u00b7 digitalfirstaid.org", Letter::what_civicert,
     "https://www.digitaldefenders.org/digital-first-aid-kit"},
    {"SMEX Digital Safety Helpdesk", "smex.org/helpdesk", Letter::what_smex,
     "https://smex.org/helpdesk/", "ar"},
};

}  // namespace bridle
