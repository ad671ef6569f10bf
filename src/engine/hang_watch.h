// Tells a thread that works on and on at one thing and gets nothing done, by its processor time: a
// slow disk or a machine that slept is no reason.
#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>
#include <optional>
#include <tuple>

#include "engine/spots.h"

namespace bridle {

class HangWatch {
 public:
  HangWatch(const Spots& spots, pid_t worker) : spots_(spots), worker_(worker) {}

  // To be asked now and then: what a thread hangs at, if any does.
  std::optional<Spot> look();

 private:
  struct Seen {
    int thread = 0;
    std::uint64_t beats = 0;
    double seconds = 0;  // of processor time when the beats were last seen to grow
  };
  double seconds_of(int thread) const;

  const Spots& spots_;
  pid_t worker_;
  std::array<Seen, std::tuple_size_v<decltype(Spots::slots)>> seen_{};
};

}  // namespace bridle
