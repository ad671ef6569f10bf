// The catalogues of artefacts and of rules, printed from these themselves.
#pragma once

#include <string>

namespace bridle {

std::string catalogue_text();      // one line each
std::string catalogue_markdown();  // docs/artefacts.md
std::string catalogue_json();

std::string rules_markdown();  // docs/rules.md: the card of each rule

}  // namespace bridle
