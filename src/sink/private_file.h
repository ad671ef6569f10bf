// A file that appears whole or not at all, readable by its owner only.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sink/new_files.h"

namespace bridle {

class PrivateFile {
 public:
  // Errc::io if the folder is not there or not writable.
  static Result<PrivateFile> create(const std::filesystem::path& path);
  // `files` must outlive it.
  static Result<PrivateFile> create(NewFiles& files, std::string name);
  ~PrivateFile();  // without close(): nothing is left behind
  PrivateFile(PrivateFile&& other) noexcept;
  PrivateFile& operator=(PrivateFile&& other) noexcept;

  void write(std::string_view more);  // a failure is told by close()
  Result<void> close();
  // The same once the bytes are on the disk: after a loss of power it is whole or not there.
  Result<void> close_on_disk();

 private:
  PrivateFile() = default;
  void flush();

  std::unique_ptr<NewFiles> own_;
  NewFiles* files_ = nullptr;
  std::string name_;
  std::string waiting_;
  int fd_ = -1;
  int error_ = 0;
};

Result<void> write_private(const std::filesystem::path& path, std::string_view content);

}  // namespace bridle
