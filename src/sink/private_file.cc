#include "sink/private_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <utility>

namespace bridle {
namespace {

constexpr std::size_t kBuffer = 256 << 10;

}  // namespace

Result<PrivateFile> PrivateFile::create(std::filesystem::path path) {
  PrivateFile out;
  out.path_ = std::move(path);
  out.part_ = out.path_;
  out.part_ += ".part";
  out.fd_ = ::open(out.part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (out.fd_ < 0) return fail(Errc::io, "a file cannot be created");
  return out;
}

PrivateFile::PrivateFile(PrivateFile&& other) noexcept {
  *this = std::move(other);
}

PrivateFile& PrivateFile::operator=(PrivateFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(part_, other.part_);
  std::swap(waiting_, other.waiting_);
  std::swap(fd_, other.fd_);
  std::swap(failed_, other.failed_);
  return *this;
}

PrivateFile::~PrivateFile() {
  if (fd_ < 0) return;
  ::close(fd_);
  ::unlink(part_.c_str());
}

void PrivateFile::write(std::string_view more) {
  waiting_ += more;
  if (waiting_.size() >= kBuffer) flush();
}

void PrivateFile::flush() {
  std::string_view rest = waiting_;
  while (!rest.empty() && !failed_) {
    const ssize_t n = ::write(fd_, rest.data(), rest.size());
    if (n >= 0)
      rest.remove_prefix(static_cast<std::size_t>(n));
    else if (errno != EINTR)
      failed_ = true;
  }
  waiting_.clear();
}

Result<void> PrivateFile::close() {
  flush();
  if (::close(std::exchange(fd_, -1)) != 0) failed_ = true;
  if (!failed_ && ::rename(part_.c_str(), path_.c_str()) == 0) return {};
  ::unlink(part_.c_str());
  return fail(Errc::io, "a file cannot be written");
}

Result<void> write_private(const std::filesystem::path& path, std::string_view content) {
  PrivateFile file = TRY(PrivateFile::create(path));
  file.write(content);
  return file.close();
}

}  // namespace bridle
