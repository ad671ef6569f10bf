// Landlock: what a process can still do with files, the network and other processes once it gave
// the rest up (https://docs.kernel.org/userspace-api/landlock.html).
#pragma once

#include <string>
#include <vector>

namespace bridle {

// Which generation the kernel has; 0 if it has none.
int landlock_generation();

// Gives up everything but reading beneath `readable`, for good. Paths that are not there are passed
// over. False if the kernel would not do it. For a process of one thread, without the right to
// gain privileges.
bool landlock_to(const std::vector<std::string>& readable, int generation);

}  // namespace bridle
