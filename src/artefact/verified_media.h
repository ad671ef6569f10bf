// Files that a messenger's store recorded with their hashes when they came, compared with those
// that the exhibits hold. Each store gives what it recorded as fields of its own; what was found
// stands behind them.
#pragma once

#include <array>
#include <span>

#include "artefact/sqlite.h"

namespace bridle {

// What a platform's fields must be called for the comparison. `transferred` is 0 for what the phone
// never fetched; it may be missing, as may `sha256_partial`, of a picture whose first part came.
//   path  sha256  direction  transferred  sha256_partial
// Rows without a path and a hash are of something else, and nothing is found of them.
inline constexpr Field kFoundFields[] = {
    {"state", Kind::text,
     "same; altered, of what was received; differs, of what was sent; moved: only elsewhere; "
     "partly "
     "loaded; missing from all exhibits; not loaded; not recorded: the store has no hash; "
     "unreadable"},
    {"file", Kind::path, "the file that was compared, where it lies"},
    {"sha256_file", Kind::hash, "its SHA-256"},
    {"bytes_file", Kind::number, "its size"},
    {"type", Kind::text, "what it is by its content, if it is not what was recorded"},
    {"modified", Kind::time, "when it was changed last, as the exhibit states it"},
    {"elsewhere", Kind::path, "where what was recorded lies, if not there"},
    {"twin", Kind::number,
     "of a file that is not what was recorded: another row that recorded just this content"},
};

// The fields of an artefact: a platform's own, then what was found.
template <std::size_t n>
consteval std::array<Field, n + std::size(kFoundFields)> with_found(const Field (&said)[n]) {
  std::array<Field, n + std::size(kFoundFields)> out{};
  for (std::size_t i = 0; i < n; ++i) out[i] = said[i];
  for (std::size_t i = 0; i < std::size(kFoundFields); ++i) out[n + i] = kFoundFields[i];
  return out;
}

Result<void> verify_media(const File& file, std::span<const Query> queries,
                          std::span<const Field> said, Rows& out);

// For `.parse`, as sqlite<> is.
template <const auto& queries, const auto& said>
Result<void> verified_media(const File& file, Rows& out) {
  return verify_media(file, queries, said, out);
}

}  // namespace bridle
