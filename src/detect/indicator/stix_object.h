// Which object paths of STIX patterns mean which kind of indicator.
#pragma once

#include <optional>
#include <string_view>

#include "detect/indicator/pack.h"

namespace bridle {

// "domain-name:value", "file:hashes.'SHA-256'" and so on, case and quotes ignored. Packs for
// phones use paths outside the standard (app:id, file:path), which are on this list too.
std::optional<IndicatorType> stix_object(std::string_view path);

}  // namespace bridle
