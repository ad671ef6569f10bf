// Whether a catalogue has an artefact: what a worker names is looked up before it counts.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "artefact/artefact.h"

namespace bridle {

inline bool is_in(std::span<const Artefact* const> catalogue, std::string_view id) {
  return std::ranges::any_of(catalogue, [&](const Artefact* a) { return a->id == id; });
}

}  // namespace bridle
