// The hashes of all files of one store, on several threads.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "source/intake.h"

namespace bridle {

void hash_store(const Store& store, Digests& digests, unsigned threads);

// What a case folder holds beside its custody log: names and SHA-256 in hex, sorted by name.
struct CaseHashes {
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<std::string> odd;  // links and others that have no content, or cannot be read
};

// Errc::io and what open_store() gives.
Result<CaseHashes> case_hashes(const std::filesystem::path& folder);

}  // namespace bridle
