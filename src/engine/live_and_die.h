// Binds a process to the one that made it.
#pragma once

#include <sys/types.h>

namespace bridle {

// For a fork of `parent` that has done nothing yet: from now on it ends when `parent` does, however
// that ends, and hears of what a person sends to all by the parent alone.
void live_and_die_with(pid_t parent);

}  // namespace bridle
