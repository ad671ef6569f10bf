// LAKE/hunted: which findings were told before, so that a hunt can give those alone that are not.
#pragma once

#include "base/result.h"
#include "lake/hunt.h"
#include "lake/lake.h"

namespace bridle {

enum class Tell : std::uint8_t { all, changed };

// With Tell::changed, takes out of the hunt what an earlier one found; either way the lake
// remembers all that was found now. It keeps hashes only. Errc::io.
Result<void> remember(const Lake& lake, Hunt& hunt, Tell tell);

}  // namespace bridle
