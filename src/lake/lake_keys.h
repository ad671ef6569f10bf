// What a lake's key does: it seals identifiers, and blinds the keys by which they are found.
#pragma once

#include <string_view>

#include "lake/identifier_seal.h"
#include "lake/key_blinding.h"

namespace bridle {

// For one thread.
struct LakeKeys {
  explicit LakeKeys(std::string_view lake_key) : seal(lake_key), blinding(lake_key) {}

  IdentifierSeal seal;
  KeyBlinding blinding;
};

}  // namespace bridle
