// The catalogue of artefacts, printed from the artefacts themselves.
#pragma once

#include <string>

namespace bridle {

std::string catalogue_text();      // one line each
std::string catalogue_markdown();  // docs/artefacts.md
std::string catalogue_json();

}  // namespace bridle
