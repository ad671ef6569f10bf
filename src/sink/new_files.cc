#include "sink/new_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace bridle {
namespace {

std::filesystem::path part_of(const std::filesystem::path& folder, const std::string& name) {
  return folder / (name + ".part");
}

}  // namespace

const char* why_not_written(int error, const char* otherwise) {
  if (error == ENOSPC) return "no space is left on the disk";
  if (error == EDQUOT) return "the quota of the disk is used up";
  if (error == EFBIG) return "a file may not grow larger";
  return error == EROFS ? "the disk is read-only" : otherwise;
}

Result<int> FilesIn::create(const std::string& name) {
  const auto part = part_of(folder_, name);
  // What an earlier run left is never written to: it may be a link.
  ::unlink(part.c_str());
  const int fd = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0) return fail(Errc::io, why_not_written(errno, "a file cannot be created"));
  return fd;
}

Result<void> FilesIn::keep(const std::string& name) {
  if (::rename(part_of(folder_, name).c_str(), (folder_ / name).c_str()) == 0) return {};
  const int error = errno;
  drop(name);
  return fail(Errc::io, why_not_written(error, "a file cannot be written"));
}

void FilesIn::drop(const std::string& name) {
  ::unlink(part_of(folder_, name).c_str());
}

}  // namespace bridle
