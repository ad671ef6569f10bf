#include "engine/hang_watch.h"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace bridle {

// /proc/PID/task/TID/stat: the name in brackets may hold anything; eleven fields behind it stand
// the ticks in user code and in the kernel.
double HangWatch::seconds_of(int thread) const {
  std::ifstream in("/proc/" + std::to_string(worker_) + "/task/" + std::to_string(thread) +
                   "/stat");
  const std::string all{std::istreambuf_iterator<char>(in), {}};
  const auto name = all.rfind(')');
  if (name == std::string::npos) return 0;
  std::istringstream rest(all.substr(name + 1));
  std::string skipped;
  for (int i = 0; i < 11; ++i) rest >> skipped;
  double user = 0, system = 0;
  rest >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

std::optional<Spot> HangWatch::look() {
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    const Spots::Slot& slot = spots_.slots[i];
    Seen& seen = seen_[i];
    const int thread = slot.thread;
    const Spot spot = slot.spot();
    if (thread == 0 || spot.doing == Doing::nothing) {
      seen = {};
      continue;
    }
    const std::uint64_t beats = slot.beats;
    const double seconds = seconds_of(thread);
    if (thread != seen.thread || beats != seen.beats)
      seen = {.thread = thread, .beats = beats, .seconds = seconds};
    else if (seconds - seen.seconds > static_cast<double>(slot.seconds))
      return spot;
  }
  return {};
}

}  // namespace bridle
