// tar archives, plain or packed with gzip.
#pragma once

#include <string>

#include "source/inflate.h"
#include "source/store.h"

namespace bridle {

// Members are read where they lie. A cut or damaged archive gives what stands before that place.
Result<std::unique_ptr<Store>> open_tar(const std::string& path);

// Inflated once to list and hash the members; fetch() inflates again for the wanted ones.
Result<std::unique_ptr<Store>> open_tar_gz(const std::string& path);

// The same for archives that are open. `carrier` is the file that they are; null for one inside
// another exhibit, whose members are not hashed.
std::unique_ptr<Store> read_tar(std::unique_ptr<Store> carrier, std::unique_ptr<Content> bytes);
std::unique_ptr<Store> read_packed_tar(std::unique_ptr<Store> carrier,
                                       std::unique_ptr<Content> bytes, Wrap wrap);

}  // namespace bridle
