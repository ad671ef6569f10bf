// Has evidence read by a worker and stays alive whatever that does: one that falls is replaced, and
// the next leaves out what the other did not survive.
#pragma once

#include <atomic>
#include <cstdint>
#include <expected>
#include <string>
#include <utility>
#include <vector>

#include "engine/case_outputs.h"
#include "engine/watcher.h"
#include "engine/worker.h"

namespace bridle {

struct Supervision {
  Confinement confinement;
  unsigned jobs = 1;
  std::size_t exhibits = 1;
  std::uint64_t patience = 60;  // seconds of processor time that reading may get nothing done
};

struct Supervised {
  Outcome outcome;
  IntakeRoot intake;
  std::vector<std::pair<std::string, std::int64_t>> took;  // stage, µs
  std::vector<std::string> lacking;                        // what the kernel could not confine
};

// For a process of one thread. The outputs are whole, but without their names yet.
std::expected<Supervised, Refusal> supervise(const Supervision& how, CaseOutputs& outputs,
                                             Watcher& watcher, const std::atomic<bool>& stop,
                                             const Work& work);

}  // namespace bridle
