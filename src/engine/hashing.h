// Hashes all exhibits beside everything else that goes on: the key of an encrypted backup alone
// takes a second, and files that artefacts parse are hashed as they are asked for.
#pragma once

#include <mutex>
#include <span>
#include <thread>

#include "engine/exhibit.h"
#include "engine/worker.h"

namespace bridle {

class Hashing {
 public:
  // Starts at once. What it is given must outlive it.
  Hashing(std::span<const Exhibit> exhibits, const Workplace& with);

  // Waits until every file has its hash or the run was stopped; any thread may.
  void join() {
    const std::scoped_lock lock(joining_);
    if (thread_.joinable()) thread_.join();
  }

 private:
  void run(std::span<const Exhibit> exhibits);

  HashWork work_;
  std::mutex joining_;
  const Workplace& with_;
  std::jthread thread_;
};

}  // namespace bridle
