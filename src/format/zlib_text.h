// A small zlib stream (RFC 1950), inflated at once.
#pragma once

#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

struct Unpacked {
  std::string text;
  std::optional<Error> problem;  // why it is not whole: what came before is in `text`
};

// Errc::malformed if nothing of it can be read; Errc::too_large beyond 1 GB.
Result<Unpacked> unpack_zlib(Bytes packed);

}  // namespace bridle
