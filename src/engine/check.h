// The main job: takes exhibits in, reads them, detects, and writes the case.
#pragma once

#include <atomic>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "artefact/artefact.h"
#include "engine/refusal.h"
#include "engine/watcher.h"
#include "record/outcome.h"
#include "sink/consent.h"
#include "source/tree.h"

namespace bridle {

struct Indicators;

struct CheckOptions {
  std::vector<std::string> exhibits;
  std::filesystem::path output;
  std::filesystem::path moved_to = {};     // where the case will stand, if not there
  std::vector<std::string> packs;          // files and folders
  const Indicators* indicators = nullptr;  // of the packs, if they were read already
  Secret secret;
  std::optional<GivenConsent> consent = {};  // what the owner agreed to: held against what is asked
  bool builtin = true;
  unsigned jobs = 0;            // 0: as many as the machine has cores
  std::uint64_t memory = 0;     // bytes that reading may use; 0: three quarters of the machine's
  std::uint64_t patience = 60;  // seconds of processor time that reading may get nothing done
};

// The evidence is read by a confined process of its own (docs/sandbox.md), so this one must have
// no other thread yet. With `stop` set while it runs, the case is written with what was read until
// then and says so.
std::expected<Outcome, Refusal> check(const CheckOptions& asked, Watcher& watcher,
                                      const std::atomic<bool>& stop);

// The same with other artefacts: for tests.
std::expected<Outcome, Refusal> check(const CheckOptions& asked,
                                      std::span<const Artefact* const> catalogue, Watcher& watcher,
                                      const std::atomic<bool>& stop);

}  // namespace bridle
