// A folder of files as one tar archive, the same bytes each time.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "base/result.h"

namespace bridle {

using TakeBytes = std::function<Result<void>(std::string_view)>;

// All of a file, piece by piece. Errc::io.
Result<void> read_file(const std::filesystem::path& path, const TakeBytes& take);

// The files that lie directly in the folder, by name, without times and owners (POSIX.1-1988,
// ustar). Errc::io; Errc::too_large for names above 100 bytes and files from 8 GiB.
Result<void> pack_folder(const std::filesystem::path& folder, const TakeBytes& take);

}  // namespace bridle
