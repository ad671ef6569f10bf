// A worker's end of the talk with its supervisor. Safe from all threads.
#pragma once

#include <deque>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "engine/packets.h"
#include "engine/watcher.h"
#include "record/outcome.h"
#include "sink/new_files.h"

namespace bridle {

class WorkerLink : public Watcher, public NewFiles {
 public:
  explicit WorkerLink(Descriptor to) : to_(std::move(to)) {}

  void tell(const Message& message);
  // That the exhibits can be taken in: an error if there is no place for the case.
  Result<void> opened();
  // All that a run found out.
  void deliver(const Outcome& outcome);

  void begin(std::uint64_t bytes) override;
  void done(std::uint64_t bytes) override;
  void reading(std::string_view artefact) override;
  void found(const Finding& finding) override;
  void notice(std::string_view) override {}  // only a supervisor has any

  Result<int> create(const std::string& name) override;
  Result<void> keep(const std::string& name) override;
  void drop(const std::string& name) override;

 private:
  Result<Descriptor> ask(const Message& message);

  std::mutex mutex_;
  Descriptor to_;
  std::vector<char> room_;
  std::deque<std::string> reasons_;  // of errors, which hold none themselves
};

}  // namespace bridle
