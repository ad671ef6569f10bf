#include "engine/errand.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "engine/fall.h"
#include "engine/live_and_die.h"

namespace bridle {
namespace {

int wait_for(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

std::expected<Errand, std::string> Errand::send(const std::function<Message()>& work) {
  SocketPair sockets = socket_pair();
  if (!sockets.worker) return std::unexpected("the system gives no socket");
  const pid_t mine = getpid();
  const pid_t process = fork();
  if (process < 0) return std::unexpected("the system gives no process");
  if (process == 0) {
    live_and_die_with(mine);
    sockets.supervisor = Descriptor();
    send_packet(sockets.worker, work());
    _exit(0);
  }
  return Errand(process, std::move(sockets.supervisor));
}

Errand::Errand(Errand&& other) noexcept
    : process_(std::exchange(other.process_, 0)), answer_(std::move(other.answer_)) {}

Errand& Errand::operator=(Errand&& other) noexcept {
  std::swap(process_, other.process_);
  std::swap(answer_, other.answer_);
  return *this;
}

Errand::~Errand() {
  if (process_ == 0) return;
  kill(process_, SIGKILL);
  wait_for(process_);
}

std::expected<Message, std::string> Errand::back() {
  std::vector<char> room;
  auto packet = receive_packet(answer_, room);
  const int status = wait_for(std::exchange(process_, 0));
  if (packet) return std::move(packet->message);
  return std::unexpected(WIFSIGNALED(status) ? name_of_signal(WTERMSIG(status), 0)
                                             : "it ended without a word");
}

}  // namespace bridle
