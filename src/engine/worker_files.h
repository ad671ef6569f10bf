// The files that a worker may write: its supervisor makes each, under names that it checks.
#pragma once

#include <string>

#include "base/result.h"
#include "source/descriptor.h"

namespace bridle {

class WorkerFiles {
 public:
  virtual ~WorkerFiles() = default;

  // Makes the folder, which must be absent or empty; once. Errc::io.
  virtual Result<void> open() = 0;
  // Errc::io; a name that no such file has is Errc::malformed.
  virtual Result<Descriptor> create(const std::string& name) = 0;
  virtual void keep(const std::string& name) = 0;
  virtual void drop(const std::string& name) = 0;
  // A worker ended: nothing of what it wrote is left.
  virtual void clear() = 0;
};

}  // namespace bridle
