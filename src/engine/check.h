// The main job: takes exhibits in, reads them, detects, and writes the case.
#pragma once

#include <atomic>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/watcher.h"
#include "record/outcome.h"
#include "source/tree.h"

namespace bridle {

struct CheckOptions {
  std::vector<std::string> exhibits;
  std::filesystem::path output;
  std::vector<std::string> packs;  // files and folders
  Secret secret;
  bool builtin = true;
  unsigned jobs = 0;  // 0: as many as the machine has cores
};

// Why there is no case: nothing was written.
struct Refusal {
  enum class Kind : std::uint8_t { usage, internal } kind;
  std::string why;
};

// With `stop` set while it runs, the case is written with what was read until then and says so.
std::expected<Outcome, Refusal> check(const CheckOptions& asked, Watcher& watcher,
                                      const std::atomic<bool>& stop);

}  // namespace bridle
