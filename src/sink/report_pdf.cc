#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "sink/report.h"

namespace bridle {
namespace {

constexpr int kNotThere = 127;        // as shells say it
constexpr rlim_t kMostSeconds = 600;  // of the processor
constexpr std::size_t kPiece = 1 << 20;

class MemoryFile {
 public:
  explicit MemoryFile(const char* name) : fd_(::memfd_create(name, MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  int fd() const { return fd_; }

  bool write(std::string_view all) const {
    while (!all.empty()) {
      const auto n = ::write(fd_, all.data(), all.size());
      if (n <= 0) return false;
      all.remove_prefix(static_cast<std::size_t>(n));
    }
    return ::lseek(fd_, 0, SEEK_SET) == 0;
  }

  std::string read() const {
    std::string out;
    for (;;) {
      const std::size_t before = out.size();
      out.resize(before + kPiece);
      const auto n = ::pread(fd_, out.data() + before, kPiece, static_cast<off_t>(before));
      out.resize(before + static_cast<std::size_t>(n > 0 ? n : 0));
      if (n <= 0) return out;
    }
  }

 private:
  int fd_;
};

// In the child. Nothing of the caller's surroundings changes what is printed: neither its locale
// nor its clock. A kernel that gives no empty network takes nothing away: the page names no
// address.
[[noreturn]] void become_printer(int in, int out) {
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  (void)::unshare(CLONE_NEWUSER | CLONE_NEWNET);
  const rlimit limit{kMostSeconds, kMostSeconds};
  ::setrlimit(RLIMIT_CPU, &limit);
  ::setenv("SOURCE_DATE_EPOCH", "0", 1);
  ::setenv("LC_ALL", "C.UTF-8", 1);
  ::execlp("weasyprint", "weasyprint", "--quiet", "--encoding", "utf-8", "--pdf-variant",
           "pdf/ua-1", "-", "-", static_cast<char*>(nullptr));
  ::_exit(kNotThere);
}

}  // namespace

Result<std::string> printed_pdf(std::string_view html) {
  const MemoryFile in("html"), out("pdf");
  if (in.fd() < 0 || out.fd() < 0 || !in.write(html))
    return fail(Errc::io, "no memory for the PDF");
  const pid_t child = ::fork();
  if (child == 0) become_printer(in.fd(), out.fd());
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child)
    return fail(Errc::io, "WeasyPrint cannot be run");
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNotThere)
    return fail(Errc::missing,
                "PDF needs WeasyPrint and a font: apt install weasyprint "
                "fonts-noto-core");
  std::string pdf = out.read();
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || !pdf.starts_with("%PDF-"))
    return fail(Errc::io, "WeasyPrint made no PDF");
  return pdf;
}

}  // namespace bridle
