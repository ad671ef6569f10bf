// Who follows a run while it goes on.
#pragma once

#include <cstdint>
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
  virtual void notice(std::string_view text) = 0;  // what a person should know of the run itself
};

}  // namespace bridle
