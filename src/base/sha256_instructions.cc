#include "base/sha256_instructions.h"

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace bridle {

bool has_sha_instructions() {
#if defined(__x86_64__)
  constexpr unsigned kSha = 1U << 29;
  unsigned a{}, b{}, c{}, d{};
  static const bool has = __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & kSha) != 0 &&
                          __builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("ssse3");
  return has;
#else
  return false;
#endif
}

}  // namespace bridle
