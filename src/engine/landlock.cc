#include "engine/landlock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

#include "source/descriptor.h"

namespace bridle {
namespace {

// Of linux/landlock.h, which on some systems is older than the kernel.
struct Ruleset {
  std::uint64_t files;    // since generation 1
  std::uint64_t network;  // since 4
  std::uint64_t scoped;   // since 6
};
struct __attribute__((packed)) Beneath {
  std::uint64_t allowed;
  std::int32_t parent;
};
constexpr std::uint64_t kReadFile = 1 << 2;
constexpr std::uint64_t kReadFolder = 1 << 3;
constexpr std::uint64_t kBindAndConnect = 3;  // TCP
constexpr std::uint64_t kSocketsAndSignals = 3;
constexpr int kRuleBeneath = 1;

// How many rights over files a generation knows: moving between folders came with the second,
// truncating with the third, devices with the fifth.
std::uint64_t rights_over_files(int generation) {
  const int count = generation >= 5 ? 16 : generation >= 3 ? 15 : generation == 2 ? 14 : 13;
  return (std::uint64_t{1} << count) - 1;
}

bool allow_reading(const Descriptor& rules, const std::string& path) {
  const Descriptor at(::open(path.c_str(), O_PATH | O_CLOEXEC));
  struct stat s{};
  if (!at || fstat(at.get(), &s) != 0) return true;
  const Beneath rule{.allowed = S_ISDIR(s.st_mode) ? kReadFile | kReadFolder : kReadFile,
                     .parent = at.get()};
  return syscall(SYS_landlock_add_rule, rules.get(), kRuleBeneath, &rule, 0) == 0;
}

}  // namespace

int landlock_generation() {
  const long generation = syscall(SYS_landlock_create_ruleset, nullptr, 0, 1);
  return generation < 0 ? 0 : static_cast<int>(generation);
}

bool landlock_to(const std::vector<std::string>& readable, int generation) {
  const Ruleset all{.files = rights_over_files(generation),
                    .network = generation >= 4 ? kBindAndConnect : 0,
                    .scoped = generation >= 6 ? kSocketsAndSignals : 0};
  const Descriptor rules(
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0)));
  if (!rules) return false;
  for (const std::string& path : readable)
    if (!allow_reading(rules, path)) return false;
  return syscall(SYS_landlock_restrict_self, rules.get(), 0) == 0;
}

}  // namespace bridle
