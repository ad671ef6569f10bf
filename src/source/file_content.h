// Files of the system as contents: opened for reading only, read by pread. Never mapped: a file
// that someone cuts while we read would end the process.
#pragma once

#include <sys/stat.h>

#include <string>

#include "base/content.h"
#include "source/descriptor.h"
#include "source/store.h"

namespace bridle {

// What tells that a file is still the one that was listed.
struct Identity {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::int64_t ctime_ns = 0;
  friend bool operator==(const Identity&, const Identity&) = default;
};

Identity identity(const struct stat& s);

// Opens a path below `folder` for reading. No part of it may be a symbolic link, so nothing
// outside the folder is reached; pipes do not block; the access time stays if we may keep it.
Result<Descriptor> open_below(int folder, const std::string& path, int flags = 0);

// The whole file or `size` bytes of it from `start`; `file` stays with the caller in the second.
Result<std::unique_ptr<Content>> file_content(Descriptor file);
std::unique_ptr<Content> part_content(int file, std::uint64_t start, std::uint64_t size);

}  // namespace bridle
