// Numbers that a store gave to rows and that no row has any more, from a query that yields for each
// run of them: what, inner (1 if rows stand on both sides), last and next (the numbers in front of
// and behind them), since and until (the times of those rows).
#pragma once

#include "artefact/sqlite.h"

// The numbers that are missing between two rows of a table: in front of each row n whose number
// follows no row's. A window over a million rows takes 2.4 s, this 0.2 s, in the table's own order:
// an index would name the rows in no order.
#define BRIDLE_ERASED_BETWEEN(what, table, key, since, until)                                  \
  "SELECT '" what "' AS what, 1 AS inner, l." key " AS last, n." key " AS next, " since        \
  " AS since, " until " AS until FROM " table " n NOT INDEXED LEFT JOIN " table " x ON x." key \
  " = n." key " - 1 CROSS JOIN " table " l ON l." key " = (SELECT max(" key ") FROM " table    \
  " WHERE " key " < n." key ") WHERE x." key " IS NULL"

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
