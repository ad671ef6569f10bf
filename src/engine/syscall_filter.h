// A seccomp filter: which calls of the system a reader of evidence may make.
#pragma once

#include <cstdint>

namespace bridle {

// Whether something else keeps the process from opening files for writing.
enum class FilesAre : std::uint8_t { locked, open };

// Whether there is a filter for this processor.
bool has_syscall_filter();

// Lets this process, of one thread, and its later threads do nothing but read, count, wait and
// write to what is open. Anything else raises SIGSYS and is not done. For good; false if the kernel
// would not do it.
bool filter_syscalls(FilesAre files);

}  // namespace bridle
