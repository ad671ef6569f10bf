// XML property lists, rewritten as binary ones so that one reader serves both.
#pragma once

#include <optional>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

struct RewrittenPlist {
  Bytes bytes;                  // in the arena
  std::optional<Error> damage;  // first bad place in the XML
};

// Errc::unsupported if the document defines entities, Errc::malformed if no value stands in it.
Result<RewrittenPlist> binary_from_xml(Bytes xml, Arena& arena);

}  // namespace bridle
