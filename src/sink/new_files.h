// Where the new files of a case are made: in a folder, or by another process that alone may write.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace bridle {

class NewFiles {
 public:
  virtual ~NewFiles() = default;

  // An empty file that has its name from keep() on only. The caller writes and closes it. Errc::io.
  virtual Result<int> create(const std::string& name) = 0;
  // It is whole.
  virtual Result<void> keep(const std::string& name) = 0;
  // It never will be: nothing is left of it.
  virtual void drop(const std::string& name) = 0;
};

// In a folder of the system, readable by their owner only; "x.part" until they are kept.
class FilesIn : public NewFiles {
 public:
  explicit FilesIn(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<int> create(const std::string& name) override;
  Result<void> keep(const std::string& name) override;
  void drop(const std::string& name) override;

 private:
  std::filesystem::path folder_;
};

// Why writing failed, for a person who could do something about it; else `otherwise`.
const char* why_not_written(int error, const char* otherwise);

}  // namespace bridle
