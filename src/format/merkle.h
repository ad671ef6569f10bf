// Hash trees over pages of 4,096 bytes, as fs-verity has them: SHA-256 of salt and page (the last
// one filled up with zeros), then of the pages of hashes, until one is left. Source:
// https://www.kernel.org/doc/html/latest/filesystems/fsverity.html
#pragma once

#include <functional>
#include <string>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

// Fills `out` with what stands at a place; never asked for more than there is.
using ReadAt = std::function<Result<void>(std::uint64_t at, std::span<std::byte> out)>;

Result<std::string> merkle_root(std::uint64_t size, Bytes salt, const ReadAt& read);

}  // namespace bridle
