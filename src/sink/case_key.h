// CASE/case.key: what the pseudonyms of one case are made with. Whoever has it can tell whose they
// are; without it, or once it is destroyed, nobody can.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace bridle {

// The 32 bytes, from the file or, on first need, from the system's random source into a file that
// its owner alone may read. Errc::io, or Errc::malformed if the file holds something else.
Result<std::string> case_key(const std::filesystem::path& folder);

// The same of any such file.
Result<std::string> secret_key(const std::filesystem::path& file);

}  // namespace bridle
