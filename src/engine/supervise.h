// Has evidence read by a worker and stays alive whatever that does: one that falls is replaced, and
// the next leaves out what the other did not survive.
#pragma once

#include <atomic>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "artefact/artefact.h"
#include "engine/watcher.h"
#include "engine/worker.h"
#include "engine/worker_files.h"
#include "sink/case_folder.h"

namespace bridle {

struct Supervision {
  Confinement confinement;
  unsigned jobs = 1;
  std::size_t exhibits = 1;
  std::span<const Artefact* const> catalogue = {};  // what may read them
  std::uint64_t patience = 60;  // seconds of processor time that reading may get nothing done
};

struct Supervised {
  Outcome outcome;
  IntakeRoot intake;
  std::vector<std::pair<std::string, std::int64_t>> took;  // stage, µs
  std::vector<std::string> lacking;                        // what the kernel could not confine
};

// For a process of one thread. The outputs are whole, but without their names yet.
std::expected<Supervised, Refusal> supervise(const Supervision& how, WorkerFiles& outputs,
                                             Watcher& watcher, const std::atomic<bool>& stop,
                                             const Work& work);

// Says what of confinement this system could not give.
void tell_lacking(const std::vector<std::string>& lacking, Watcher& watcher);

}  // namespace bridle
