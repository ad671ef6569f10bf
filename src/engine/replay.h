// Runs again what a case records, and compares the bytes.
#pragma once

#include <atomic>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/watcher.h"
#include "source/tree.h"

namespace bridle {

struct ReplayOptions {
  std::filesystem::path folder;       // of the case
  std::vector<std::string> exhibits;  // in the order of the first run
  std::vector<std::string> packs;     // files and folders; none: where run.json says they were
  Secret secret;
  std::filesystem::path scratch;  // an empty place for the second case
  unsigned jobs = 0;
};

// What differs first, as a sentence; empty if result.json and all records are the same, byte for
// byte.
struct Replayed {
  std::string difference;
};

// The error is a sentence: it could not be run again.
std::expected<Replayed, std::string> replay(const ReplayOptions& options, Watcher& watcher,
                                            const std::atomic<bool>& stop);

}  // namespace bridle
