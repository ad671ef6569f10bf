#include "engine/worker.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "base/text.h"
#include "engine/fall.h"
#include "engine/live_and_die.h"
#include "engine/sanitized.h"

namespace bridle {
namespace {

// What evidence says must not reach a terminal but through the supervisor.
void silence() {
  if (kSanitized) return;  // its reports go there
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, fd);
  if (nothing > STDERR_FILENO) ::close(nothing);
}

// What whoever started us left open for writing: a log, a socket, a terminal.
void close_writable(int but) {
  std::vector<int> open;
  std::error_code none;
  for (std::filesystem::directory_iterator at("/proc/self/fd", none), end; !none && at != end;
       at.increment(none))
    if (const auto fd = number(at->path().filename().string()))
      open.push_back(static_cast<int>(*fd));
  for (const int fd : open) {
    const int flags = fcntl(fd, F_GETFL);
    if (fd > STDERR_FILENO && fd != but && flags >= 0 && (flags & O_ACCMODE) != O_RDONLY)
      ::close(fd);
  }
}

}  // namespace

void be_worker(const Work& work, const Confinement& to, const WorkerStart& start, Spots& spots,
               const Omissions& left_out) {
  live_and_die_with(start.supervisor);
  silence();
  close_writable(start.socket);
  note_falls(spots);
  const std::vector<std::string> lacking = confine(to);
  WorkerLink link{Descriptor(start.socket)};
  link.tell({.said = Said::lacking, .texts = lacking});
  const auto done = work({.link = link, .spots = spots, .left_out = left_out, .jobs = start.jobs});
  if (done)
    link.deliver(*done);
  else
    link.tell({.said = Said::refused,
               .numbers = {static_cast<std::uint64_t>(done.error().kind)},
               .texts = {done.error().why}});
  _exit(0);
}

}  // namespace bridle
