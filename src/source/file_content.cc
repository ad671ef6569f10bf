#include "source/file_content.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

#include <cerrno>

namespace bridle {
namespace {

constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;

Result<void> read_at(int file, std::uint64_t at, std::span<std::byte> out) {
  while (!out.empty()) {
    const ssize_t n = pread(file, out.data(), out.size(), static_cast<off_t>(at));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(Errc::io, "the system could not read the file", at);
    if (n == 0) return fail(Errc::truncated, "the file ends early", at);
    at += static_cast<std::uint64_t>(n);
    out = out.subspan(static_cast<std::size_t>(n));
  }
  return {};
}

class PartContent : public Content {
 public:
  PartContent(int file, std::uint64_t start, std::uint64_t size)
      : file_(file), start_(start), size_(size) {}
  std::uint64_t size() const override { return size_; }
  Result<void> read(std::uint64_t at, std::span<std::byte> out) const override {
    if (at > size_ || out.size() > size_ - at)
      return fail(Errc::truncated, "the data ends early", size_);
    return read_at(file_, start_ + at, out);
  }

 private:
  int file_;
  std::uint64_t start_;
  std::uint64_t size_;
};

class FileContent : public PartContent {
 public:
  FileContent(Descriptor file, std::uint64_t size)
      : PartContent(file.get(), 0, size), keep_(std::move(file)) {}

 private:
  Descriptor keep_;
};

int open_beneath(int folder, const char* path, int flags) {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  return static_cast<int>(syscall(SYS_openat2, folder, path, &how, sizeof how));
}

// For kernels and sandboxes without openat2, and for paths longer than the system takes.
int open_by_steps(int folder, const std::string& path, int flags) {
  Descriptor at;
  std::size_t from = 0;
  for (;;) {
    const std::size_t slash = path.find('/', from);
    const std::string name = path.substr(from, slash - from);
    if (name.empty() || name == "..") return errno = EINVAL, -1;
    const bool last = slash == std::string::npos;
    const int parent = at ? at.get() : folder;
    const int fd = openat(parent, name.c_str(), last ? flags : kFlags | O_DIRECTORY);
    if (last || fd < 0) return fd;
    at = Descriptor(fd);
    from = slash + 1;
  }
}

int open_safely(int folder, const std::string& path, int flags) {
  const int fd = open_beneath(folder, path.c_str(), flags);
  if (fd >= 0 || (errno != ENOSYS && errno != EPERM && errno != ENAMETOOLONG)) return fd;
  return open_by_steps(folder, path, flags);
}

}  // namespace

Identity identity(const struct stat& s) {
  const auto ns = [](const timespec& t) { return t.tv_sec * 1'000'000'000 + t.tv_nsec; };
  return {s.st_dev, s.st_ino, static_cast<std::uint64_t>(s.st_size), ns(s.st_mtim), ns(s.st_ctim)};
}

Result<Descriptor> open_below(int folder, const std::string& path, int flags) {
  int fd = open_safely(folder, path, kFlags | O_NOATIME | flags);
  // Keeping the access time is for the file's owner only.
  if (fd < 0 && errno == EPERM) fd = open_safely(folder, path, kFlags | flags);
  if (fd >= 0) return Descriptor(fd);
  if (errno == ELOOP) return fail(Errc::unsupported, "a symbolic link is not followed");
  if (errno == EACCES || errno == EPERM) return fail(Errc::io, "no permission to read it");
  if (errno == EMFILE || errno == ENFILE) return fail(Errc::io, "too many files are open");
  if (errno == ENOENT) return fail(Errc::missing, "it is no longer there");
  return fail(Errc::io, "the system could not open it");
}

Result<std::unique_ptr<Content>> file_content(Descriptor file) {
  struct stat s{};
  if (fstat(file.get(), &s) != 0) return fail(Errc::io, "the system could not tell its size");
  if (!S_ISREG(s.st_mode)) return fail(Errc::unsupported, "not a regular file");
  return std::make_unique<FileContent>(std::move(file), static_cast<std::uint64_t>(s.st_size));
}

std::unique_ptr<Content> part_content(int file, std::uint64_t start, std::uint64_t size) {
  return std::make_unique<PartContent>(file, start, size);
}

}  // namespace bridle
