#include "sink/private_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <utility>

namespace bridle {
namespace {

constexpr std::size_t kBuffer = 256 << 10;

}  // namespace

Result<PrivateFile> PrivateFile::create(NewFiles& files, std::string name) {
  PrivateFile out;
  out.fd_ = TRY(files.create(name));
  out.files_ = &files;
  out.name_ = std::move(name);
  return out;
}

Result<PrivateFile> PrivateFile::create(const std::filesystem::path& path) {
  auto folder = std::make_unique<FilesIn>(path.parent_path());
  PrivateFile out = TRY(create(*folder, path.filename().string()));
  out.own_ = std::move(folder);
  return out;
}

PrivateFile::PrivateFile(PrivateFile&& other) noexcept {
  *this = std::move(other);
}

PrivateFile& PrivateFile::operator=(PrivateFile&& other) noexcept {
  std::swap(own_, other.own_);
  std::swap(files_, other.files_);
  std::swap(name_, other.name_);
  std::swap(waiting_, other.waiting_);
  std::swap(fd_, other.fd_);
  std::swap(error_, other.error_);
  return *this;
}

PrivateFile::~PrivateFile() {
  if (fd_ < 0) return;
  ::close(fd_);
  files_->drop(name_);
}

void PrivateFile::write(std::string_view more) {
  waiting_ += more;
  if (waiting_.size() >= kBuffer) flush();
}

void PrivateFile::flush() {
  std::string_view rest = waiting_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t n = ::write(fd_, rest.data(), rest.size());
    if (n >= 0)
      rest.remove_prefix(static_cast<std::size_t>(n));
    else if (errno != EINTR)
      error_ = errno;
  }
  waiting_.clear();
}

Result<void> PrivateFile::close() {
  flush();
  if (::close(std::exchange(fd_, -1)) != 0 && error_ == 0) error_ = errno;
  if (error_ == 0) return files_->keep(name_);
  files_->drop(name_);
  return fail(Errc::io, why_not_written(error_, "a file cannot be written"));
}

Result<void> PrivateFile::close_on_disk() {
  flush();
  if (error_ == 0 && ::fsync(fd_) != 0) error_ = errno;
  return close();
}

Result<void> write_private(const std::filesystem::path& path, std::string_view content) {
  PrivateFile file = TRY(PrivateFile::create(path));
  file.write(content);
  return file.close();
}

}  // namespace bridle
