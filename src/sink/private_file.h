// A file that appears whole or not at all, readable by its owner only.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bridle {

class PrivateFile {
 public:
  // Errc::io if the folder is not there or not writable.
  static Result<PrivateFile> create(std::filesystem::path path);
  ~PrivateFile();  // without close(): nothing is left behind
  PrivateFile(PrivateFile&& other) noexcept;
  PrivateFile& operator=(PrivateFile&& other) noexcept;

  void write(std::string_view more);  // a failure is told by close()
  Result<void> close();

 private:
  PrivateFile() = default;
  void flush();

  std::filesystem::path path_, part_;
  std::string waiting_;
  int fd_ = -1;
  bool failed_ = false;
};

Result<void> write_private(const std::filesystem::path& path, std::string_view content);

}  // namespace bridle
