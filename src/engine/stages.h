// How long each stage of a run took, for run.json.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/time.h"

namespace bridle {

class Stages {
 public:
  void done(std::string name) {
    const Time at = now();
    took.emplace_back(std::move(name), at.us - last_.us);
    last_ = at;
  }
  const Time started = now();
  std::vector<std::pair<std::string, std::int64_t>> took;

 private:
  static Time now() {
    using namespace std::chrono;
    return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
  }
  Time last_ = started;
};

}  // namespace bridle
