// A folder of the system as it was received: every regular file below it.
#pragma once

#include <string>

#include "source/store.h"

namespace bridle {

// Symbolic links, devices, pipes and sockets are gaps and never opened. Errc::missing or Errc::io
// if the folder itself cannot be listed.
Result<std::unique_ptr<Store>> open_directory(const std::string& path);

// One file as a store of that file, under its own name.
Result<std::unique_ptr<Store>> open_single(const std::string& path);

}  // namespace bridle
