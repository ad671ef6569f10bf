// The catalogue's artefact of an id.
#pragma once

#include <algorithm>
#include <string_view>

#include "artefact/artefact.h"

namespace bridle {

// Null if this version has none of that id.
inline const Artefact* artefact_called(std::string_view id) {
  const auto all = artefacts();
  const auto at = std::ranges::find(all, id, [](const Artefact* a) { return a->id; });
  return at == all.end() ? nullptr : *at;
}

}  // namespace bridle
