// Hears what a worker says and believes nothing: each message is checked before it counts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/packets.h"
#include "engine/refusal.h"
#include "engine/supervise.h"

namespace bridle {

class Hearing {
 public:
  Hearing(const Descriptor& worker, WorkerFiles& outputs, Watcher& watcher,
          std::span<const Artefact* const> catalogue)
      : worker_(worker), outputs_(outputs), watcher_(watcher), catalogue_(catalogue) {}

  // The next message. False if it makes no sense, or if there is none.
  bool hear();

  bool finished() const { return finished_; }
  const std::optional<Refusal>& refused() const { return refused_; }
  std::uint64_t found() const { return found_; }

  // Findings that the person saw when an earlier worker found them.
  void skip(std::uint64_t found) { shown_ = found; }

  // What all that was heard amounts to. Errc::malformed if it does not hold together.
  Result<Supervised> outcome(std::size_t exhibits);

 private:
  bool heed(Message& message);
  bool heed_progress(const Message& message);
  bool heed_outcome(Message& message);
  bool answer(const Message& message);

  const Descriptor& worker_;
  WorkerFiles& outputs_;
  Watcher& watcher_;
  std::span<const Artefact* const> catalogue_;
  std::vector<char> room_;
  Supervised heard_;
  std::string json_;
  std::map<std::uint64_t, Device> devices_;
  std::map<std::uint64_t, std::string> cited_;
  std::optional<Refusal> refused_;
  bool finished_ = false;
  std::uint64_t found_ = 0, shown_ = 0;
};

}  // namespace bridle
