// What stands behind the own end of a picture or a film, where no viewer looks: LANDFALL's pictures
// (2024) carried an archive of programs there. Phones put things there too: a short film behind a
// photo, a second picture, a maker's notes.
//
//   an archive    its end record in the file's last bytes (zip.h), or its first member
//   a program     7f "ELF", u8 class 1 or 2, u8 order 1 or 2, u8 version 1, …, at 16 u16 type 1 … 4
//   others        by their first bytes (media_type.h), zeros before them passed over
// Source: Unit 42, LANDFALL (2025); the formats' own specifications.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/content.h"

namespace bridle {

struct Appended {
  std::string_view type;               // as in media_type.h; "zeros"; "unknown"
  std::uint64_t at = 0;                // where it begins
  std::vector<std::string> members{};  // paths in the archive, in its order; not all of very many
};

// `end` is the file's own end, nothing if that is not known: then only an archive is found, by its
// end record. Nothing if nothing stands there.
Result<std::optional<Appended>> appended(const Content& content, std::optional<std::uint64_t> end);

}  // namespace bridle
