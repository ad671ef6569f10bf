// Checks many phones, several at a time, each in processes of its own, and hands their cases on in
// groups. What happens to one phone stops no other.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>

#include "engine/check.h"
#include "engine/phones.h"
#include "engine/unfinished.h"

namespace bridle {

struct BatchOptions {
  CheckOptions check;          // of every phone; the exhibits and the output are each one's own
  std::filesystem::path kept;  // cases stay there under their phone's name; none: they go at once
  unsigned at_once = 1;
};

// What came of one phone.
struct CheckedPhone {
  std::string name;
  std::optional<Refusal> refused = {};  // why there is no case of it, or none that was taken on
  Verdict verdict = Verdict::inconclusive;
  bool complete = false;
  std::uint64_t findings = 0;
  int code = 3;            // the exit code of its check
  bool was_there = false;  // its case, in the folder where cases are kept
  std::vector<std::string> notices = {};
};

class BatchWatcher {
 public:
  virtual ~BatchWatcher() = default;
  virtual void done(const CheckedPhone& phone) = 0;  // in the order in which they end
  virtual void notice(const std::string& text) = 0;  // what a person should know of the run itself
};

// A case that was not taken on.
struct NotTaken {
  std::filesystem::path folder;
  std::string why;
};

// Takes cases on, those that it can; in a process of its own. The error, a sentence, is that it can
// take none.
using HandOn = std::function<std::expected<std::vector<NotTaken>, std::string>(
    std::span<const std::filesystem::path> cases)>;

// In the order of the phones; nothing for those that were not begun, because of `stop` or because
// no case was taken on any more. For a process of one thread.
std::vector<std::optional<CheckedPhone>> check_batch(const BatchOptions& options,
                                                     std::span<const Phone> phones,
                                                     const Unfinished& making,
                                                     const HandOn& hand_on, BatchWatcher& watcher,
                                                     const std::atomic<bool>& stop);

}  // namespace bridle
