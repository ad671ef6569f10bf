#include "engine/confine.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "engine/landlock.h"
#include "engine/sanitized.h"
#include "engine/syscall_filter.h"

namespace bridle {
namespace {

// Of linux/prctl.h of kernels since 6.3.
constexpr int kSetMdwe = 65;
constexpr unsigned long kRefuseExecGain = 1;

// What libraries look up: names of zones, public suffixes, their settings, how many cores there
// are.
constexpr const char* kSystem[] = {"/usr/share/zoneinfo", "/usr/share/publicsuffix",
                                   "/etc/ssl/openssl.cnf", "/sys/devices/system/cpu"};
constexpr std::uint64_t kLeastMemory = 512 << 20;

void limit(decltype(RLIMIT_CORE) what, std::uint64_t most) {
  rlimit now{};
  if (getrlimit(what, &now) != 0) return;
  now.rlim_max = now.rlim_cur = std::min<rlim_t>(most, now.rlim_cur);
  setrlimit(what, &now);
}

// What this process can write to already, of whoever it was forked from: the sixth number, in
// pages.
std::uint64_t memory_so_far() {
  std::ifstream in("/proc/self/statm");
  std::uint64_t pages = 0;
  for (int i = 0; i < 6; ++i) in >> pages;
  return in ? pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)) : 0;
}

// Of what a process writes to; reserved address space is no memory.
void limit_memory(std::uint64_t asked) {
  const std::uint64_t share = asked != 0 ? asked : usable_memory();
  if (share != 0) limit(RLIMIT_DATA, memory_so_far() + std::max(share, kLeastMemory));
}

FilesAre lock_files(const Confinement& to, std::vector<std::string>& lacking) {
  const int generation = landlock_generation();
  std::vector<std::string> readable = to.readable;
  readable.insert(readable.end(), std::begin(kSystem), std::end(kSystem));
  if (generation == 0 || !landlock_to(readable, generation)) {
    lacking.emplace_back("Landlock: files outside the exhibits could be read");
    return FilesAre::open;
  }
  if (generation < 4) lacking.emplace_back("Landlock for the network (Linux 6.7)");
  if (generation < 6) lacking.emplace_back("Landlock for signals (Linux 6.12)");
  return FilesAre::locked;
}

}  // namespace

std::uint64_t usable_memory() {
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long size = sysconf(_SC_PAGESIZE);
  if (pages <= 0 || size <= 0) return 0;
  return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size) / 4 * 3;
}

std::vector<std::string> confine(const Confinement& to) {
  std::vector<std::string> lacking;
  limit(RLIMIT_CORE, 0);  // it would hold evidence, and passwords
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) lacking.emplace_back("no_new_privs");
  if (!kSanitized) limit_memory(to.memory);  // before /proc is out of reach
  const FilesAre files = lock_files(to, lacking);
  if (kSanitized) return lacking;  // a sanitizer maps and calls as it likes
  if (prctl(kSetMdwe, kRefuseExecGain, 0, 0, 0) != 0)
    lacking.emplace_back("refusal of writable code (Linux 6.3)");
  if (!has_syscall_filter() || !filter_syscalls(files))
    lacking.emplace_back("seccomp: any system call could be made");
  return lacking;
}

}  // namespace bridle
