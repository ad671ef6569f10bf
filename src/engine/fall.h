// How a worker ends that does not end well: noted by itself, in the slot of the thread that fell,
// and told by its supervisor.
#pragma once

#include <optional>
#include <string>

#include "engine/spots.h"

namespace bridle {

// From now on this process notes in `spots`, which must stay for its lifetime, what ends it.
void note_falls(Spots& spots);

// For a signal that ended a worker: "segmentation fault"; `call` is the system call of a SIGSYS.
std::string name_of_signal(int signal, int call);

struct Fall {
  std::optional<Spot> spot;  // what it was at, if that is known
  std::string why;           // "segmentation fault"
};

// Of a worker that has ended, with the status that waitpid() gave. `alone`: it read one thing at a
// time, so that it can only be that.
Fall fall_of(const Spots& spots, int status, bool alone);

}  // namespace bridle
