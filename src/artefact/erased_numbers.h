// Numbers that a store gave to rows and that no row has any more, from a query that yields for each
// run of them: what, inner (1 if rows stand on both sides), last and next (the numbers in front of
// and behind them), since and until (the times of those rows).
#pragma once

#include "artefact/sqlite.h"

namespace bridle {

inline constexpr Field kErasedFields[] = {
    {"what", Kind::text, "of what: calls or messages", "g.what"},
    {"missing", Kind::number, "how many numbers are missing", "g.next - g.last - 1"},
    {"after", Kind::number, "the last number in front of them", "g.last"},
    {"before", Kind::number, "the next one; empty if there is none",
     "CASE WHEN g.inner THEN g.next END"},
    {"from", Kind::time, "time of the row in front of them", "g.since"},
    {"to", Kind::time, "time of the row behind them", "g.until"},
};

}  // namespace bridle
