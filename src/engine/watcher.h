// Who follows a run while it goes on.
#pragma once

#include <cstdint>
#include <mutex>
#include <string_view>

#include "record/finding.h"

namespace bridle {

// Called from one thread at a time.
class Watcher {
 public:
  virtual ~Watcher() = default;
  virtual void begin(std::uint64_t bytes) = 0;  // how many bytes lie before us in all
  virtual void done(std::uint64_t bytes) = 0;   // how many lie behind us
  virtual void reading(std::string_view artefact) = 0;
  virtual void found(const Finding& finding) = 0;  // before corroboration
};

// Passes on what several threads tell, one at a time.
class OneAtATime : public Watcher {
 public:
  explicit OneAtATime(Watcher& to) : to_(to) {}
  void begin(std::uint64_t bytes) override {
    const std::scoped_lock lock(mutex_);
    to_.begin(bytes);
  }
  void done(std::uint64_t bytes) override {
    const std::scoped_lock lock(mutex_);
    to_.done(bytes);
  }
  void reading(std::string_view artefact) override {
    const std::scoped_lock lock(mutex_);
    to_.reading(artefact);
  }
  void found(const Finding& finding) override {
    const std::scoped_lock lock(mutex_);
    to_.found(finding);
  }

 private:
  Watcher& to_;
  std::mutex mutex_;
};

}  // namespace bridle
