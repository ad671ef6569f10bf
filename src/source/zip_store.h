// zip archives, with ZIP64.
#pragma once

#include <string>

#include "source/store.h"

namespace bridle {

// Stored and deflated members. Encrypted ones, other methods, members that overlap, and those that
// grow beyond reason are gaps. An archive without its directory is read by its local headers.
Result<std::unique_ptr<Store>> open_zip(const std::string& path);

// The same for an archive that is open: `carrier` is the file that it is, or null.
Result<std::unique_ptr<Store>> read_zip(std::unique_ptr<Store> carrier,
                                        std::unique_ptr<Content> bytes);

}  // namespace bridle
