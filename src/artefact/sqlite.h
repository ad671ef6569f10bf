// Artefacts that are SQL over an SQLite store: a FROM clause and one expression per field.
#pragma once

#include <span>

#include "artefact/artefact.h"

namespace bridle {

// One known generation of a store. `from` follows FROM (joins, WHERE and all but ORDER BY); `row`
// is the rowid that locates a record, and rows come in its order. LEFT JOIN what may be missing.
struct Query {
  const char* from;
  const char* row;
};

// Rows of the first query whose tables are there. A field whose expression does not compile is
// left empty, and is a gap if it is Need::always. Damaged databases give what can still be read.
// Errc::malformed: not a database; Errc::unsupported: no query fits, which names the tables.
Result<void> sqlite_rows(const File& file, std::span<const Query> queries,
                         std::span<const Field> fields, Rows& out);

// For `.parse`: sqlite<kQueries, kFields>, both constexpr arrays.
template <const auto& queries, const auto& fields>
Result<void> sqlite(const File& file, Rows& out) {
  return sqlite_rows(file, queries, fields, out);
}

}  // namespace bridle
