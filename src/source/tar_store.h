// tar archives, plain or packed with gzip.
#pragma once

#include <string>

#include "source/store.h"

namespace bridle {

// Members are read where they lie. A cut or damaged archive gives what stands before that place.
Result<std::unique_ptr<Store>> open_tar(const std::string& path);

// Inflated once to list and hash the members; fetch() inflates again for the wanted ones.
Result<std::unique_ptr<Store>> open_tar_gz(const std::string& path);

}  // namespace bridle
