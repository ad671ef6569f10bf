// The process that reads evidence: confined before it sees any, replaced if it does not survive.
#pragma once

#include <sys/types.h>

#include <expected>
#include <functional>
#include <string>
#include <vector>

#include "engine/confine.h"
#include "engine/omissions.h"
#include "engine/refusal.h"
#include "engine/spots.h"
#include "engine/worker_link.h"

namespace bridle {

// What a worker works with.
struct Workplace {
  WorkerLink& link;
  Spots& spots;
  const Omissions& left_out;
  unsigned jobs;
};

// All the work of one run, in a process of its own. Whatever it finds out it also delivers.
using Work = std::function<std::expected<Outcome, Refusal>(const Workplace&)>;

struct WorkerStart {
  pid_t supervisor;
  int socket;  // its own from now on
  unsigned jobs;
};

// Does the work in this process, which was made for it, and ends it.
[[noreturn]] void be_worker(const Work& work, const Confinement& to, const WorkerStart& start,
                            Spots& spots, const Omissions& left_out);

}  // namespace bridle
