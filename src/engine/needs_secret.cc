#include "engine/needs_secret.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "engine/confine.h"
#include "source/store.h"
#include "source/tree.h"

namespace bridle {
namespace {

constexpr rlim_t kMostSeconds = 120;
constexpr int kYes = 10;

bool is_locked(const std::string& path) {
  const auto store = open_store(path);
  return store && is_encrypted(**store);
}

[[noreturn]] void answer(const std::vector<std::string>& exhibits) {
  const rlimit seconds{.rlim_cur = kMostSeconds, .rlim_max = kMostSeconds};
  setrlimit(RLIMIT_CPU, &seconds);
  confine({.readable = exhibits});
  _exit(std::ranges::any_of(exhibits, is_locked) ? kYes : 0);
}

}  // namespace

bool needs_secret(const std::vector<std::string>& exhibits) {
  const pid_t child = fork();
  if (child == 0) answer(exhibits);
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == kYes;
}

}  // namespace bridle
