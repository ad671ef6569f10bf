// Where the MVT front keeps its case: beside MVT's files.
#pragma once

#include <filesystem>

namespace bridle {

// The n-th case in a folder of results, from 1: scripts use one folder again and again, and a case
// is never written over.
std::filesystem::path mvt_case(const std::filesystem::path& results, int n);

}  // namespace bridle
