// Hashes all exhibits beside everything else that goes on: the key of an encrypted backup alone
// takes a second, and files that artefacts parse are hashed as they are asked for.
#pragma once

#include <atomic>
#include <mutex>
#include <span>
#include <thread>

#include "engine/exhibit.h"
#include "engine/watcher.h"

namespace bridle {

class Hashing {
 public:
  // Starts at once, on so many threads. What it is given must outlive it.
  Hashing(std::span<const Exhibit> exhibits, unsigned threads, Watcher& watcher,
          const std::atomic<bool>& stop);

  // Waits until every file has its hash or the run was stopped; any thread may.
  void join() {
    const std::scoped_lock lock(joining_);
    if (thread_.joinable()) thread_.join();
  }

 private:
  void run(std::span<const Exhibit> exhibits, unsigned threads);

  HashWork work_;
  Watcher& watcher_;
  std::mutex joining_;
  std::jthread thread_;
};

}  // namespace bridle
